import { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { invalidArgument } from '../errors/errors.js';
import { S3Error } from '../errors/s3-error.js';

/** A form as a browser sends it: its fields, and then the file. What follows the file counts for nothing. */
export interface Form {
  /** By lower-case name. */
  readonly fields: ReadonlyMap<string, string>;
  readonly fileName: string;
  readonly file: AsyncIterable<Buffer>;
  /** Passes by what of the form was not read. */
  discard(): void;
}

const MOST_BYTES = 20_480;

/** Reads a form up to its file, which is yet to be read. Throws {@link S3Error} for what is no form, or has no file. */
export function readForm(stream: AsyncIterable<Buffer>, contentType: string): Promise<Form> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    const parser = makeParser(contentType);
    let open: BusboyFileStream | undefined;
    parser.on('field', (name, value, _, cut) => {
      if (cut) reject(tooLarge());
      else if (!open) fields.set(name.toLowerCase(), value);
    });
    parser.on('file', (_, file, fileName) => {
      // Whoever reads it hears of an error; where nobody does, it is nobody's.
      file.on('error', () => {});
      // A second file is passed by, or the parser would wait for its reader.
      if (open) file.resume();
      else resolve(formOf(fields, file, fileName));
      open ??= file;
    });
    parser.on('error', () => reject(malformed()));
    parser.once('finish', () => {
      reject(invalidArgument('POST requires exactly one file upload per request.', 'file', '0'));
    });
    const source = Readable.from(stream);
    source.on('error', (error) => {
      reject(error);
      open?.destroy(error);
    });
    source.pipe(parser);
  });
}

function formOf(fields: ReadonlyMap<string, string>, file: BusboyFileStream, fileName: string): Form {
  return { fields, fileName, file: file.iterator({ destroyOnReturn: false }), discard: () => void file.resume() };
}

function makeParser(contentType: string): BusboyInstance {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits: { fieldSize: MOST_BYTES, fields: 200 } });
  } catch {
    throw malformed();
  }
}

function malformed(): S3Error {
  return new S3Error('MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data.');
}

function tooLarge(): S3Error {
  const message = 'Your POST request fields preceding the upload file were too large.';
  return new S3Error('MaxPostPreDataLengthExceeded', message);
}
