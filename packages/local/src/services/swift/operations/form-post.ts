import type { Answer } from '../../../wire/answer.js';
import { ApiError } from '../../../wire/api-error.js';
import { type FormTerms, formTerms } from '../forms/form-terms.js';
import { type FormFile, readParts } from '../forms/read-parts.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { answerOf, text } from '../wire/answers.js';
import { statusLine } from '../wire/statuses.js';
import type { SwiftOperation } from './operation.js';
import { putObject } from './put-object.js';

/** Puts the files of a form, as browsers send it: whoever signed it let them in. */
export const formPost: SwiftOperation = { name: 'FormPost', run: post };

async function post(call: SwiftCall): Promise<Answer> {
  let terms: FormTerms | undefined;
  let count = 0;
  try {
    await readParts(call.parts.stream, call.header('content-type') ?? '', async (file, fields) => {
      terms ??= formTerms(call, fields);
      if (file.name === '') return;
      count += 1;
      if (count > terms.maxCount) throw new SwiftError(400, 'max_file_count exceeded');
      await putFile(call, terms, file, fields);
    });
  } catch (error) {
    return end(terms, error instanceof ApiError ? error.status : 400, error instanceof Error ? error.message : '');
  }
  return count > 0 ? end(terms, 201, '') : end(terms, 400, 'no files to process');
}

async function putFile(
  call: SwiftCall,
  terms: FormTerms,
  file: FormFile,
  fields: ReadonlyMap<string, string>,
): Promise<void> {
  const { account, container, object = '' } = call.parts.target;
  const headers = new Map([['transfer-encoding', 'chunked']]);
  const type = fields.get('content-type') ?? file.type;
  if (type) headers.set('content-type', type);
  for (const name of ['x_delete_at', 'x_delete_after']) {
    const value = fields.get(name);
    if (value !== undefined) headers.set(name.replaceAll('_', '-'), value);
  }
  const target = { account, container, object: `${object}${file.name}` };
  const stream = limited(file.bytes, terms.maxSize);
  const put = call.derive({ method: 'PUT', target, headers, query: new Map(), stream, pass: terms.pass });
  const answer = await answerOf(() => putObject.run(put));
  if (answer.status >= 300) throw new SwiftError(answer.status);
}

async function* limited(bytes: AsyncIterable<Buffer>, most: number): AsyncIterable<Buffer> {
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > most) throw new SwiftError(413, 'max_file_size exceeded');
    yield part;
  }
}

/** Sends the browser on, where the form says so; tells it there what came of it. */
function end(terms: FormTerms | undefined, status: number, message: string): Answer {
  if (status === 401) return text(401, `FormPost: ${message}`, { 'content-type': 'text/html; charset=UTF-8' });
  if (!terms?.redirect) return text(status, message === '' ? `${statusLine(status)}\r\n` : `FormPost: ${message}`);
  const mark = terms.redirect.includes('?') ? '&' : '?';
  const location = `${terms.redirect}${mark}status=${status}&message=${encodeURIComponent(message)}`;
  const link = `<html><body><p><a href="${encodeURI(location)}">Click to continue...</a></p></body></html>`;
  return text(303, link, { 'content-type': 'text/html', location });
}
