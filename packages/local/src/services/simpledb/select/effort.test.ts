import { expect, it } from 'vitest';
import { Domain } from '../store/domain.js';
import { Effort } from './effort.js';
import { parseSelect } from './parse-select.js';
import type { Place } from './place.js';
import { runSelect } from './run-select.js';

function domainOf(items: number): Domain {
  const domain = new Domain('d', 0);
  for (let at = 0; at < items; at += 1) {
    domain.set({ name: String(at).padStart(5, '0'), attributes: new Map([['n', [String(at)]]]) }, 0);
  }
  return domain;
}

/** A clock that a second passes on with every look. */
function seconds(): () => number {
  let time = 0;
  return () => {
    time += 1_000;
    return time;
  };
}

it('gives what it has after five seconds, and goes on behind it', () => {
  const domain = domainOf(4_000);
  const query = parseSelect('select * from d');
  const found: string[] = [];
  const pages: number[] = [];
  let after: Place | undefined;
  do {
    const effort = new Effort(5_000, seconds());
    const page = [...runSelect(query, domain, { consistent: true, now: 0, after, effort })];
    found.push(...page.map(({ item }) => item.name));
    pages.push(page.length);
    after = effort.stoppedAt;
  } while (after);
  expect(found).toEqual(domain.names.all());
  expect(pages).toEqual([1_280, 1_280, 1_280, 160]);
});

it('has nothing to go on with where all would have to be sorted first', () => {
  const query = parseSelect("select * from d where n like '11%' order by n");
  const run = () => [
    ...runSelect(query, domainOf(20_000), {
      consistent: true,
      now: 0,
      after: undefined,
      effort: new Effort(3_000, seconds()),
    }),
  ];
  expect(run).toThrow(expect.objectContaining({ code: 'RequestTimeout', status: 408 }));
});
