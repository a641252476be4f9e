import { expect, test } from 'vitest';
import { isoTime } from './iso-time.js';
import { plainValue } from './plain-value.js';
import { visible, visibleJson } from './visible.js';
import { withRegion } from './with-region.js';

test.each([
  ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00+00:00'],
  ['2026-11-25T10:00:00.120Z', '2026-11-25T10:00:00.120000+00:00'],
])('%s is printed as %s', (given, expected) => {
  expect(isoTime(new Date(given))).toBe(expected);
});

test('values of the SDK become what JSON has', () => {
  const value = {
    $metadata: { httpStatusCode: 200 },
    At: new Date(0),
    Bytes: new Uint8Array([1, 2]),
    Absent: undefined,
    Null: null,
    Big: 12n,
    List: [new Date(0), { A: undefined }],
  };
  expect(plainValue(value)).toEqual({
    At: '1970-01-01T00:00:00+00:00',
    Bytes: 'AQI=',
    Null: null,
    Big: 12,
    List: ['1970-01-01T00:00:00+00:00', {}],
  });
});

test('the region stands first, and an answer keeps its own under another name', () => {
  expect(Object.entries(withRegion('eu-west-1', { A: 1 }))).toEqual([
    ['Region', 'eu-west-1'],
    ['A', 1],
  ]);
  expect(withRegion('eu-west-1', { A: 1, Region: 'own' })).toEqual({ Region: 'eu-west-1', A: 1, OwnRegion: 'own' });
});

const hostile = 'a\u001b[31m\u0007\u202eb\u009b0m\n\u2066c\u007f';

test('nothing that a terminal obeys gets through', () => {
  expect(visible(hostile)).toBe('a\\x1b[31m\\x07\\u202eb\\x9b0m\\n\\u2066c\\x7f');
  expect(visible('Zürich 東京 👩‍💻')).toBe('Zürich 東京 👩‍💻');
});

test('in JSON neither, and the value is the same', () => {
  const text = visibleJson(JSON.stringify({ [hostile]: hostile }, undefined, 4));
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  expect(JSON.parse(text)).toEqual({ [hostile]: hostile });
});
