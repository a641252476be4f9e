import { parseXML } from '@aws-sdk/xml-builder';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XmlWriter } from './xml-writer.js';

/** What the SDK's own parser makes of one leaf. */
function roundTrip(text: string): unknown {
  const xml = new XmlWriter();
  xml.branch('root', () => xml.leaf('value', text));
  return parseXML(xml.toBuffer().toString().split('\n').slice(1).join('\n')).root.value;
}

describe('XmlWriter', () => {
  it('keeps every text, as the SDK reads it', () => {
    // The parser takes off white space around a text, as it does for AWS's own answers.
    const text = fc.string({ unit: 'binary' }).filter((value) => value.trim() === value);
    fc.assert(
      fc.property(text, (value) => {
        expect(roundTrip(value)).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['\u001b[31m', 'a\u0007b', '\u202Etxt.exe', '<script>&amp;"\'', ']]>', 'a\r\nb', 'x\u0085y', '__proto__'])(
    'keeps %j',
    (text) => expect(roundTrip(text)).toBe(text),
  );

  it('writes control characters as references and lone surrogates as replacements', () => {
    const xml = new XmlWriter();
    xml.leaf('value', '\u001b\ud800');
    expect(xml.toBuffer().toString()).toContain('<value>&#x1B;\uFFFD</value>');
  });

  it('leaves undefined out, and writes dates, numbers and flags', () => {
    const xml = new XmlWriter();
    xml.leaf('gone', undefined);
    xml.leaf('at', new Date(0));
    xml.leaf('count', 3);
    xml.items('set', [true], (value) => xml.leaf('is', value));
    expect(xml.toBuffer().toString()).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<at>1970-01-01T00:00:00.000Z</at><count>3</count><set><item><is>true</is></item></set>',
    );
  });
});
