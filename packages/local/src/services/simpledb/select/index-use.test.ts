import { expect, it } from 'vitest';
import { Domain } from '../store/domain.js';
import { Effort } from './effort.js';
import { parseSelect } from './parse-select.js';
import type { Place } from './place.js';
import { runSelect } from './run-select.js';

const ITEMS = 100_000;

function large(): Domain {
  const domain = new Domain('large', 0);
  for (let at = 0; at < ITEMS; at += 1) {
    const id = String(at).padStart(6, '0');
    domain.set(
      {
        name: `i${id}`,
        attributes: new Map([
          ['id', [id]],
          ['group', [String(at % 1000)]],
          ['all', ['x']],
        ]),
      },
      0,
    );
  }
  return domain;
}

/** How many items a select looks at until it has so many. */
function effortOf(domain: Domain, text: string, most: number, after?: Place): number {
  const effort = new Effort();
  let found = 0;
  for (const _ of runSelect(parseSelect(text), domain, { consistent: true, now: 0, after, most, effort })) {
    found += 1;
    if (found === most) break;
  }
  return effort.examined;
}

it('looks at no more items than an index gives, of 100,000', () => {
  const domain = large();
  const examined = (where: string): number =>
    effortOf(domain, `select * from large where ${where}`, Number.POSITIVE_INFINITY);
  expect(examined("not id = '0'")).toBe(ITEMS);
  expect(examined("id = '000777'")).toBe(1);
  expect(examined("group = '7'")).toBe(100);
  expect(examined("all = 'x' and group = '7' and id = '000007'")).toBe(1);
  expect(examined("id in ('000001', '000002') or group = '7'")).toBe(102);
  expect(examined("id between '000100' and '000109'")).toBe(10);
  expect(examined("id like '0001%'")).toBe(100);
  expect(examined("every(id) = '000001'")).toBe(1);
  expect(examined("itemName() = 'i000001'")).toBe(1);
  expect(examined("itemName() like 'i00000%'")).toBe(10);
  expect(examined("nothing > ''")).toBe(0);
});

it('looks at the items of a page alone, wherever it begins, in any order that an index has', () => {
  const domain = large();
  const middle = { name: 'i050000', key: '' };
  expect(effortOf(domain, 'select * from large', 100, middle)).toBeLessThanOrEqual(100);
  expect(effortOf(domain, 'select * from large order by itemName() desc', 100, middle)).toBeLessThanOrEqual(100);
  const byId = { name: 'i050000', key: '050000' };
  expect(effortOf(domain, "select * from large where id > '' order by id", 100, byId)).toBeLessThanOrEqual(100);
  expect(effortOf(domain, "select * from large where id > '' order by id desc", 100, byId)).toBeLessThanOrEqual(100);
  expect(effortOf(domain, "select * from large where all = 'x'", 100, middle)).toBeLessThanOrEqual(100);
});
