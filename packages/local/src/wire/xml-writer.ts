import { escapeXml } from './escape-xml.js';

/** What a leaf can hold; `undefined` leaves the element out. */
export type XmlValue = string | number | boolean | Date | undefined;

const CHUNK = 16_384;

/**
 * Writes one XML document. Element names come from the code alone; every value goes through {@link escapeXml}.
 */
export class XmlWriter {
  readonly #done: Buffer[] = [];
  #text: string;

  /** @param start - what the document begins with; a part of another document begins with nothing */
  constructor(start = '<?xml version="1.0" encoding="UTF-8"?>\n') {
    this.#text = start;
  }

  /**
   * An element that holds a value.
   *
   * @param attribute - an attribute of the element, as it is to be written
   */
  leaf(name: string, value: XmlValue, attribute = ''): void {
    if (value === undefined) return;
    const text = value instanceof Date ? value.toISOString() : escapeXml(String(value));
    this.#text += `<${name}${attribute && ` ${attribute}`}>${text}</${name}>`;
  }

  /** Text within the element that is open. */
  text(value: string): void {
    this.#text += escapeXml(value);
  }

  /** What is XML already, as it was written before. */
  raw(xml: string): void {
    this.#text += xml;
  }

  /** An element that holds elements. */
  branch(name: string, write: () => void, namespace?: string): void {
    this.#text += namespace === undefined ? `<${name}>` : `<${name} xmlns="${escapeXml(namespace)}">`;
    write();
    this.#text += `</${name}>`;
    if (this.#text.length >= CHUNK) this.#flush();
  }

  /** A list in EC2's form: one `item` element for each. */
  items<T>(name: string, values: Iterable<T>, write: (value: T) => void): void {
    this.branch(name, () => {
      for (const value of values) this.branch('item', () => write(value));
    });
  }

  /** Puts in what another writer wrote. */
  part(written: Buffer): void {
    this.#flush();
    this.#done.push(written);
  }

  /** The whole document so far, in UTF-8. */
  toBuffer(): Buffer {
    this.#flush();
    return Buffer.concat(this.#done);
  }

  /** A page of a thousand instances is some 100,000 pieces: as one string of strings it would cost the time to be read. */
  #flush(): void {
    this.#done.push(Buffer.from(this.#text));
    this.#text = '';
  }
}
