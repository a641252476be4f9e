import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readByTheSdk } from '../testing/sdk-reader.js';
import { XmlWriter } from './xml-writer.js';

function roundTrip(text: string): Promise<string | undefined> {
  const xml = new XmlWriter();
  xml.branch('DescribeTagsResponse', () => xml.items('tagSet', [text], (value) => xml.leaf('value', value)));
  return readByTheSdk(xml.toBuffer());
}

describe('XmlWriter', { timeout: 30_000 }, () => {
  it('keeps every text, as the SDK reads it', async () => {
    // Of white space alone the SDK makes nothing, whoever wrote it.
    const texts = fc.string({ unit: 'binary' }).filter((text) => text === '' || text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(texts, async (value) => {
        expect(await roundTrip(value)).toBe(value);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '\u001b[31m',
    'a\u0007b',
    '\u202Etxt.exe',
    '<script>&amp;"\'',
    ']]>',
    'a\r\nb',
    'x\u0085y',
    '__proto__',
    ' x ',
  ])('keeps %j', async (text) => expect(await roundTrip(text)).toBe(text));

  it('writes control characters as references and lone surrogates as replacements', () => {
    const xml = new XmlWriter('');
    xml.leaf('value', '\u001b\ud800');
    expect(xml.toBuffer().toString()).toBe('<value>&#x1B;\uFFFD</value>');
  });

  it('leaves undefined out, and writes dates, numbers, flags and parts', () => {
    const xml = new XmlWriter();
    xml.leaf('gone', undefined);
    xml.leaf('at', new Date(0));
    xml.leaf('count', 3);
    xml.part(Buffer.from('<part/>'));
    xml.items('set', [true], (value) => xml.leaf('is', value));
    expect(xml.toBuffer().toString()).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<at>1970-01-01T00:00:00.000Z</at><count>3</count><part/><set><item><is>true</is></item></set>',
    );
  });

  it('loses nothing of a long document', () => {
    const xml = new XmlWriter('');
    const numbers = Array.from({ length: 50_000 }, (_, index) => index);
    xml.items('set', numbers, (value) => xml.leaf('n', value));
    expect(
      [
        ...xml
          .toBuffer()
          .toString()
          .matchAll(/<n>(\d+)<\/n>/g),
      ].map(([, n]) => Number(n)),
    ).toEqual(numbers);
  });
});
