import { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';

/** What of a form is no file, by lower-case name. */
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
  const parser = new Busboy({ headers: { 'content-type': contentType }, limits: { fields: 200, fieldSize: 8192 } });
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    let open: BusboyFileStream | undefined;
    let taken: Promise<void> = Promise.resolve();
    parser.on('field', (name, value) => void fields.set(name.toLowerCase(), value));
    parser.on('file', (_, file, name, __, type) => {
      // Whoever reads it hears of an error; where nobody does, it is nobody's.
      file.on('error', () => {});
      open = file;
      const before = new Map(fields);
      const bytes = file.iterator({ destroyOnReturn: false });
      // What is left of a file that nobody wants would keep the parser from the next.
      taken = taken.then(() => take({ name, type, bytes }, before)).finally(() => void file.resume());
      taken.catch(reject);
    });
    parser.on('error', reject);
    parser.once('finish', () => void taken.then(() => resolve(fields), reject));
    feed(parser, stream, (error) => {
      reject(error);
      open?.destroy(error);
    });
  });
}

function feed(parser: BusboyInstance, stream: AsyncIterable<Buffer>, broken: (error: Error) => void): void {
  Readable.from(stream).on('error', broken).pipe(parser);
}
