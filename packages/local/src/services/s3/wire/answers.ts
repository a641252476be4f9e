import type { Answer } from '../../../wire/answer.js';
import { XmlWriter } from '../../../wire/xml-writer.js';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** Headers of an answer; one that is undefined is left out. */
export type Headers = Readonly<Record<string, string | undefined>>;

/** An answer without a body. */
export function nothing(status: number, headers: Headers = {}): Answer {
  return { status, headers: defined(headers), body: Buffer.alloc(0) };
}

/** An answer that is a document of this name. */
export function document(root: string, write: (xml: XmlWriter) => void, headers: Headers = {}): Answer {
  const xml = new XmlWriter();
  xml.branch(root, () => write(xml), NAMESPACE);
  return { status: 200, headers: { 'content-type': 'application/xml', ...defined(headers) }, body: xml.toBuffer() };
}

/** The headers that have a value. */
export function defined(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
