import { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';

/** A part of a form that is not a file. */
export type Fields = ReadonlyMap<string, string>;

/** A file as it comes. */
export interface FormFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** What is done with each file, one after the other, with the fields before it. */
export type TakeFile = (file: FormFile, fields: Fields) => Promise<void>;

/** Reads a form, and hands its files on as they come. Rejects for what is no form, and for what is thrown over a file. */
export function readParts(stream: AsyncIterable<Buffer>, contentType: string, take: TakeFile): Promise<Fields> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    const parser = makeParser(contentType, reject);
    let taken: Promise<void> = Promise.resolve();
    parser?.on('field', (name, value) => void fields.set(name.toLowerCase(), value));
    parser?.on('file', (_, bytes, name, __, type) => {
      const before = new Map(fields);
      taken = taken.then(() => take({ name, type, bytes }, before)).finally(() => bytes.resume());
      taken.catch(reject);
    });
    parser?.once('error', reject);
    parser?.once('finish', () => void taken.then(() => resolve(fields), reject));
    if (parser) Readable.from(stream).once('error', reject).pipe(parser);
  });
}

function makeParser(contentType: string, reject: (error: unknown) => void): BusboyInstance | undefined {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits: { fields: 200, fieldSize: 8192 } });
  } catch (error) {
    reject(error);
    return undefined;
  }
}
