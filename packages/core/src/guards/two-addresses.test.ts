import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import { twoAddresses } from './two-addresses.js';

const four = (last: number) => ({ address: `192.0.2.${last}`, family: 4 });
const six = (last: number) => ({ address: `2001:db8::${last}`, family: 6 });

function given(addresses: LookupAddress[], options: { all?: boolean }): Promise<unknown> {
  const lookup = twoAddresses((_host, _options, callback) => callback(null, addresses));
  return new Promise((resolve) => lookup('host.test', options, (_error, found, family) => resolve([found, family])));
}

test.each([
  ['one', [four(1)], [four(1)]],
  ['the first two of one family', [four(1), four(2), four(3)], [four(1), four(2)]],
  ['one of each family where there are both', [six(1), six(2), four(1), four(2)], [six(1), four(1)]],
  ['none', [], []],
])('gives %s', async (_, addresses, pair) => {
  expect(await given(addresses, { all: true })).toEqual([pair, undefined]);
});

test('gives the first where one is asked for', async () => {
  expect(await given([four(1), six(1)], {})).toEqual(['192.0.2.1', 4]);
});

test('hands a failure on', async () => {
  const failure = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  const lookup = twoAddresses((_host, _options, callback) => callback(failure, []));
  const told = await new Promise((resolve) => lookup('host.test', { all: true }, resolve));
  expect(told).toBe(failure);
});
