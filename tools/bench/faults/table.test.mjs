import { expect, test } from 'vitest';
import { kinds } from './kinds.mjs';
import { table } from './table.mjs';

const told = [
  { after: 3_010, status: 'unreachable', message: `no connection ${'x'.repeat(100)}\nand more` },
  { after: 1.2, status: 'skipped', message: 'not reached' },
];

test('the table says what a fault costs the others, and what is told of it', () => {
  const plain = { beside: undefined, told: { after: undefined, status: 'nothing', message: '' } };
  /** @type {import('./measure.mjs').Measured} */
  const hung = { without: 200, beside: 210, ratio: 1.05, told, plain, met: true };
  const answered = { beside: 300, told: { after: 300, status: 'ok', message: '' } };
  /** @type {import('./measure.mjs').Measured} */
  const slow = { without: 200, beside: 260, ratio: 1.3, told, plain: answered, met: false };
  const text = table(
    new Map([
      ['hung', hung],
      ['slow one', slow],
    ]),
    { must: 1.1, cap: 5_000 },
  );
  expect(text.split('\n')).toEqual([
    'faults (medians; must: at most 1.10 times the time without the fault; plain SDK given up after 5.00 s)',
    'hung      healthy answers after 0.21 s beside it, 0.20 s without: 1.05 met; plain SDK > 5.00 s',
    `            first time     3.01 s  unreachable: no connection ${'x'.repeat(51)}…`,
    '            second time    0.00 s  skipped: not reached',
    '            plain SDK    > 5.00 s  nothing: given up',
    'slow one  healthy answers after 0.26 s beside it, 0.20 s without: 1.30 NOT MET; plain SDK 0.30 s',
    `            first time     3.01 s  unreachable: no connection ${'x'.repeat(51)}…`,
    '            second time    0.00 s  skipped: not reached',
    '            plain SDK      0.30 s  ok',
  ]);
});

test('every fault has a name of its own, and says where it is', () => {
  expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
  for (const { fault, endpoint } of kinds) expect([fault, endpoint].filter((one) => one !== undefined)).toHaveLength(1);
});
