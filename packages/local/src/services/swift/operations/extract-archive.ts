import type { Answer } from '../../../wire/answer.js';
import { extractAll } from '../bulk/extract-all.js';
import { readBulkFormat, reportAnswer } from '../bulk/report.js';
import type { SwiftOperation } from './operation.js';

/** Puts every file of an archive. Its status is always the same: what came of it is in the body. */
export const extractArchive: SwiftOperation = {
  name: 'ExtractArchive',
  run: async (call): Promise<Answer> => {
    const format = readBulkFormat(call);
    return reportAnswer(200, format, await extractAll(call, format));
  },
};
