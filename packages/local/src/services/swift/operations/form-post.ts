import type { Answer } from '../../../wire/answer.js';
import { ApiError } from '../../../wire/api-error.js';
import { formAnswer } from '../forms/form-answer.js';
import { countFiles, FormInvalid, formTerms } from '../forms/form-terms.js';
import { type Fields, type FormFile, readParts } from '../forms/read-parts.js';
import type { Pass, SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { answerOf, text } from '../wire/answers.js';
import type { SwiftOperation } from './operation.js';
import { putObject } from './put-object.js';

/** Puts the files of a form, as browsers send it: whoever signed it let them in. */
export const formPost: SwiftOperation = { name: 'FormPost', run: post };

async function post(call: SwiftCall): Promise<Answer> {
  let redirect = '';
  let count = 0;
  try {
    const fields = await readParts(call.parts.stream, call.header('content-type') ?? '', async (file, before) => {
      redirect = before.get('redirect') ?? '';
      if (file.name === '') return;
      count += 1;
      if (count > countFiles(before)) throw new SwiftError(400, 'max file count exceeded');
      const { pass, maxSize } = formTerms(call, before);
      await putFile(call, pass, { ...file, bytes: limited(file.bytes, maxSize) }, before);
    });
    if (count > 0) return formAnswer(201, redirect);
    return formAnswer(400, fields.get('redirect') ?? '', 'no files to process');
  } catch (error) {
    if (error instanceof SwiftError && error.status === 401) {
      return text(401, `FormPost: ${error.text}`, { 'content-type': 'text/html; charset=UTF-8' });
    }
    if (error instanceof ApiError)
      return formAnswer(error.status, redirect, error instanceof SwiftError ? error.text : '');
    const message = error instanceof FormInvalid ? error.message : 'invalid form';
    return text(400, `FormPost: ${message}`, { 'content-type': 'text/plain' });
  }
}

async function putFile(call: SwiftCall, pass: Pass, file: FormFile, fields: Fields): Promise<void> {
  const { account, container, object = '' } = call.parts.target;
  const headers = new Map([['transfer-encoding', 'chunked']]);
  const type = fields.get('content-type') ?? file.type;
  if (type) headers.set('content-type', type);
  for (const name of ['x_delete_at', 'x_delete_after']) {
    const value = fields.get(name);
    if (value !== undefined) headers.set(name.replaceAll('_', '-'), value);
  }
  const target = { account, container, object: `${object}${file.name}` };
  const put = call.derive({ method: 'PUT', target, headers, query: new Map(), stream: file.bytes, pass });
  const answer = await answerOf(() => putObject.run(put));
  if (answer.status >= 300) throw new SwiftError(answer.status);
}

async function* limited(bytes: AsyncIterable<Buffer>, most: number): AsyncIterable<Buffer> {
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > most) throw new FormInvalid('max_file_size exceeded');
    yield part;
  }
}
