import { escapeXml } from './escape-xml.js';

/** What a leaf can hold; `undefined` leaves the element out. */
export type XmlValue = string | number | boolean | Date | undefined;

/**
 * Writes one XML document. Element names come from the code alone; every value goes through {@link escapeXml}.
 */
export class XmlWriter {
  #text = '<?xml version="1.0" encoding="UTF-8"?>\n';

  /** An element that holds a value. */
  leaf(name: string, value: XmlValue): void {
    if (value === undefined) return;
    const text = value instanceof Date ? value.toISOString() : escapeXml(String(value));
    this.#text += `<${name}>${text}</${name}>`;
  }

  /** An element that holds elements. */
  branch(name: string, write: () => void, namespace?: string): void {
    this.#text += namespace === undefined ? `<${name}>` : `<${name} xmlns="${escapeXml(namespace)}">`;
    write();
    this.#text += `</${name}>`;
  }

  /** A list in EC2's form: one `item` element for each. */
  items<T>(name: string, values: Iterable<T>, write: (value: T) => void): void {
    this.branch(name, () => {
      for (const value of values) this.branch('item', () => write(value));
    });
  }

  /** The whole document so far. */
  toString(): string {
    return this.#text;
  }
}
