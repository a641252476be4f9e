import { expect, test } from 'vitest';
import { cellText } from './cell-text.js';
import { chooseColumns } from './choose-columns.js';
import { drawTable } from './draw-table.js';
import type { Row } from './row.js';
import { cut, widthOf } from './width.js';

const row = (members: Row['members'], region = 'eu-west-1'): Row => ({ region, members });
const plain = (_: string, text: string) => text;

function draw(rows: readonly Row[], noun: string, columns?: number): string[] {
  const chosen = chooseColumns(rows, noun, columns);
  return drawTable(chosen, rows, { columns, paint: plain }).trimEnd().split('\n');
}

const volumes = [
  row({
    Encrypted: false,
    Size: 8,
    KmsKeyId: 'k',
    State: 'in-use',
    VolumeId: 'vol-1',
    Tags: [{ Key: 'Name', Value: 'web' }],
  }),
  row({ Encrypted: true, Size: 100, State: 'available', VolumeId: 'vol-22', CreateTime: new Date(0) }, 'us-east-1'),
];

test('the region, the id, the name, the state: what tells rows apart comes first', () => {
  expect(draw(volumes, 'Volume')).toEqual([
    'Region     VolumeId  Name  State      Size  CreateTime            KmsKeyId  Encrypted',
    'eu-west-1  vol-1     web   in-use        8                        k         false',
    'us-east-1  vol-22          available   100  1970-01-01T00:00:00Z            true',
  ]);
});

test.each([80, 60, 40, 20])('no line is wider than a terminal of %i columns', (columns) => {
  const lines = draw(volumes, 'Volume', columns);
  expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns);
  expect(lines[0]).toMatch(/^Region/);
});

test('a cell that is too long is cut on a terminal, and whole on a pipe', () => {
  const long = 'x'.repeat(200);
  expect(draw([row({ Description: long })], 'Image', 120)[1]).toMatch(/x{43}…$/);
  expect(draw([row({ Description: long })], 'Image')[1]).toContain(long);
});

test('wide characters count as what they take', () => {
  const lines = draw([row({ Name: '東京' }), row({ Name: 'ab' })], 'Zone', 80);
  expect(lines).toEqual(['Region     Name', 'eu-west-1  東京', 'eu-west-1  ab']);
  expect(widthOf(cut('東京東京', 5))).toBe(5);
  expect(cut('👩‍💻👩‍💻', 3)).toBe('👩‍💻…');
});

test.each([
  [undefined, ''],
  [null, ''],
  [new Date(0), '1970-01-01T00:00:00Z'],
  [['a', 'b'], 'a,b'],
  [[1, 2, 3, 4], '4 items'],
  [[{ a: 1 }], '1 item'],
  [{ Name: 'running', Code: 16 }, 'running'],
  [{ Value: true }, 'true'],
  [{ a: 1, b: 2 }, '…'],
  [new Uint8Array(3), '3 bytes'],
  ['a\u001b[31m', 'a\\x1b[31m'],
])('%j is shown as %s', (value, expected) => {
  expect(cellText(value)).toBe(expected);
});

test('a row with a member Region of its own keeps both', () => {
  expect(draw([row({ Region: 'other' })], 'Region')).toEqual(['Region     OwnRegion', 'eu-west-1  other']);
});
