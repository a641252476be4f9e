import type { XmlWriter } from '../../../wire/xml-writer.js';

// XML 1.0 has no place for the rest, written as it is or as a reference. A carriage return would be read as a line feed.
const LEGAL = /^[\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

/**
 * A name or a value; in base64 when XML cannot carry it.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/InvalidCharacters.html
 */
export function writeText(xml: XmlWriter, element: string, text: string): void {
  if (LEGAL.test(text)) xml.leaf(element, text);
  else xml.leaf(element, Buffer.from(text).toString('base64'), 'encoding="base64"');
}

/** An attribute with one value. */
export function writePair(xml: XmlWriter, name: string, value: string): void {
  xml.branch('Attribute', () => {
    writeText(xml, 'Name', name);
    writeText(xml, 'Value', value);
  });
}
