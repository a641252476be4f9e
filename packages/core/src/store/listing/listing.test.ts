import { expect, test } from 'vitest';
import { isConsumedError } from '../../errors/consumed-error.js';
import { isOptionError } from '../../errors/option-error.js';
import { isUnsupportedError } from '../facts/unsupported-error.js';
import { BudgetError, isBudgetError } from '../requests/budget-error.js';
import { StoreInMemory } from '../testing/store-in-memory.js';
import { bucketFacts, containerFacts } from '../testing/stores.js';
import { listing } from './listing.js';
import type { Rows } from './rows.js';

const names = (count: number) => Array.from({ length: count }, (_, index) => `key-${String(index).padStart(4, '0')}`);

function bucketOf(count: number) {
  const store = new StoreInMemory(bucketFacts, names(count));
  return { store, list: listing(store) };
}

async function failureOf(rows: Rows<{ name: string }>) {
  const given: string[] = [];
  try {
    for await (const { name } of rows) given.push(name);
  } catch (error) {
    return { given, error };
  }
  throw new Error('nothing was thrown');
}

test('a row has its name and what was asked for, and nothing else', async () => {
  const { list } = bucketOf(2);
  expect(await list().toArray()).toEqual([{ name: 'key-0000' }, { name: 'key-0001' }]);
  expect(await list({ with: ['size'] }).toArray()).toEqual([
    { name: 'key-0000', size: 8 },
    { name: 'key-0001', size: 8 },
  ]);
});

test('a field that is not in the listing is asked for by one request for each key', async () => {
  const { store, list } = bucketOf(2);
  const rows = list({ with: ['contentType', 'size'], budget: { maxRequests: 3 } });
  expect(await rows.toArray()).toEqual([
    { name: 'key-0000', size: 8, contentType: 'text/key-0000' },
    { name: 'key-0001', size: 8, contentType: 'text/key-0001' },
  ]);
  expect(rows.spent).toEqual({ total: 3, by: { LIST: 1, HEAD: 2 } });
  expect(store.spent).toEqual(rows.spent);
});

test('an object that is gone when it is asked for is no row', async () => {
  const { store, list } = bucketOf(3);
  const page = store.page;
  store.page = async (request) => {
    const listed = await page(request);
    store.names.splice(1, 1);
    return listed;
  };
  const rows = await list({ with: ['contentType'], budget: { maxRequests: 10 } }).toArray();
  expect(rows.map(({ name }) => name)).toEqual(['key-0000', 'key-0002']);
});

test('a budget stops before the request that would be too much, and its resume key goes on without a gap or a repeat', async () => {
  const all = names(25);
  for (let maxRequests = 0; maxRequests < 30; maxRequests += 1) {
    const { store, list } = bucketOf(25);
    const first = await failureOrAll(list({ with: ['contentType'], budget: { maxRequests } }));
    expect(store.spent.total).toBeLessThanOrEqual(maxRequests);
    const { error } = first;
    if (!isBudgetError(error)) continue;
    expect(error).toMatchObject({ spent: maxRequests, budget: maxRequests, resume: first.given.at(-1) });
    const after = error.resume;
    const rest = await list({ with: ['contentType'], after, budget: { maxRequests: 100 } }).toArray();
    expect([...first.given, ...rest.map(({ name }) => name)]).toEqual(all);
  }
});

async function failureOrAll(rows: Rows<{ name: string }>) {
  return failureOf(rows).catch(() => ({ given: [] as string[], error: undefined }));
}

test('28 requests are enough for 25 keys in 3 pages, and 27 are not', async () => {
  const list = () => bucketOf(25).list;
  const rows = list()({ with: ['contentType'], budget: { maxRequests: 28 } });
  expect(await rows.toArray()).toHaveLength(25);
  const { error, given } = await failureOf(list()({ with: ['contentType'], budget: { maxRequests: 27 } }));
  expect(error).toBeInstanceOf(BudgetError);
  expect(error).toMatchObject({
    message: `the budget of 27 requests does not allow one more HEAD; go on with after: '${given.at(-1)}', or give a larger budget`,
  });
  expect(given.length).toBeGreaterThan(20);
});

test('a delimiter gives common prefixes in their places, and a budget goes on behind one', async () => {
  const store = new StoreInMemory(bucketFacts, ['a', 'b/1', 'b/2', 'c', 'd/1', 'e']);
  const list = listing(store);
  const all = [{ name: 'a' }, { prefix: 'b/' }, { name: 'c' }, { prefix: 'd/' }, { name: 'e' }];
  expect(await list({ delimiter: '/' }).toArray()).toEqual(all);
  expect(await list({ delimiter: '/', after: 'b/' }).toArray()).toEqual(all.slice(2));
  expect(await list({ prefix: 'b/', delimiter: '/' }).toArray()).toEqual([{ name: 'b/1' }, { name: 'b/2' }]);
});

test.each([1, 4])('with %i ranges, names between two are listed, the two left out', async (parallel) => {
  const { list, store } = bucketOf(95);
  const rows = await list({ after: 'key-0003', before: 'key-0047', parallel }).toArray();
  expect(rows.map(({ name }) => name)).toEqual(names(95).slice(4, 47));
  expect(store.spent.total).toBeLessThan(parallel === 1 ? 6 : 9);
});

test('leaving the loop asks for nothing more', async () => {
  const { store, list } = bucketOf(500);
  for await (const { name } of list({ budget: { maxRequests: 50 } })) if (name === 'key-0012') break;
  expect(store.spent.total).toBe(2);
});

test('a listing is read once', async () => {
  const rows = bucketOf(3).list();
  await rows.toArray();
  await expect(rows.toArray()).rejects.toSatisfy(isConsumedError);
});

test('an aborted signal ends it with its reason', async () => {
  const { store, list } = bucketOf(30);
  const controller = new AbortController();
  const rows = list({ signal: controller.signal, parallel: 1 })[Symbol.asyncIterator]();
  await rows.next();
  controller.abort(new Error('enough'));
  await expect(
    (async () => {
      for (;;) if ((await rows.next()).done) return;
    })(),
  ).rejects.toThrow('enough');
  expect(store.spent.total).toBeLessThan(3);
  await expect(list({ signal: controller.signal }).toArray()).rejects.toThrow('enough');
});

test('a failure of the store comes after the rows before it', async () => {
  const { store, list } = bucketOf(30);
  const head = store.head;
  store.head = async (name, signal) => {
    if (name === 'key-0007') throw new Error('no right to this one');
    return head(name, signal);
  };
  const { given, error } = await failureOf(list({ with: ['metadata'], budget: { maxRequests: 100 } }));
  expect(given).toEqual(names(7));
  expect(error).toMatchObject({ message: 'no right to this one' });
});

test('what cannot work is refused before anything is sent', () => {
  const { store, list } = bucketOf(3);
  const any = list as (options: object) => unknown;
  const refused: [object, RegExp][] = [
    [{ with: ['contentType'] }, /on Bucket, contentType costs one HEAD for each key: say what may be spent by budget/],
    [{ with: ['colour'] }, /with has 'colour'; give some of size, modified/],
    [{ parallel: 0 }, /parallel is '0'/],
    [{ heads: 1.5 }, /heads is '1.5'/],
    [{ budget: { maxRequests: -1 } }, /budget.maxRequests is '-1'/],
    [{ budget: {} }, /budget.maxRequests is 'undefined'/],
    [{ budget: { maxRequests: 5 }, ordered: false }, /leave ordered: false out/],
    [{ after: 'b', before: 'a' }, /no name is after 'b' and before 'a'/],
  ];
  for (const [options, message] of refused) {
    expect(() => any(options)).toThrow(message);
    expect(() => any(options)).toThrow(expect.toSatisfy(isOptionError));
  }
  expect(() => any({ with: ['expiresAt'] })).toThrow(expect.toSatisfy(isUnsupportedError));
  expect(() => any({ with: ['expiresAt'] })).toThrow('Bucket has no expiresAt here; read the lifecycle rules');
  expect(store.spent.total).toBe(0);
});

test('an unordered store is listed in one piece, from the beginning', async () => {
  const store = new StoreInMemory({ ...bucketFacts, order: 'unordered' }, names(25));
  const list = listing(store);
  expect(await list().toArray()).toHaveLength(25);
  expect(store.spent.total).toBe(3);
  expect(() => list({ after: 'a' })).toThrow(/lists in no order/);
});

test('a store that gives the same place again is not asked for ever', async () => {
  const list = listing({
    ...bucketOf(3).store,
    facts: bucketFacts,
    page: async () => ({ entries: [], next: 'again' }),
  });
  await expect(list({ parallel: 1 }).toArray()).rejects.toThrow(/does not go on behind 'again'/);
});

test.each([
  [0, 1, 1],
  [10, 1, 2],
  [25, 3, 3],
  [30, 3, 4],
])('the plan for %i keys is what a listing costs: %i pages, or %i', async (keys, told, short) => {
  for (const [facts, pages] of [
    [bucketFacts, told],
    [containerFacts, short],
  ] as const) {
    const store = new StoreInMemory(facts, names(keys));
    const list = listing(store);
    const plan = await list.plan({ with: ['metadata'], expectKeys: keys });
    expect(plan).toMatchObject({
      basis: 'caller',
      spentPlanning: 0,
      requests: { min: pages + keys, max: pages + keys },
    });
    const rows = list({ with: ['metadata'], budget: { maxRequests: pages + keys } });
    await rows.toArray();
    expect(rows.spent.total).toBe(pages + keys);
  }
});

test('a plan is a formula where the store cannot count', async () => {
  const { store, list } = bucketOf(3);
  const plan = await list.plan({ with: ['contentType'] });
  expect(plan.basis).toBe('formula');
  expect(plan.requests).toEqual({
    min: 1,
    max: 'unbounded',
    by: { LIST: { min: 1, max: 'unbounded' }, HEAD: { min: 0, max: 'unbounded' } },
  });
  expect(plan.at(1_000).by).toEqual({ LIST: { min: 100, max: 100 }, HEAD: { min: 1_000, max: 1_000 } });
  expect(() => plan.at(-1)).toThrow(/keys is '-1'/);
  expect(store.spent.total).toBe(0);
});

test('a plan is a number where the store can count, for one request', async () => {
  const store = new StoreInMemory(containerFacts, names(25));
  const list = listing(store);
  const plan = await list.plan({ with: ['contentType'], parallel: 1 });
  expect(plan).toMatchObject({
    basis: 'counted',
    spentPlanning: 1,
    requests: { min: 3, max: 3, by: { LIST: { min: 3, max: 3 } } },
  });
  expect(store.spent).toEqual({ total: 1, by: { HEAD: 1 } });
  const some = await list.plan({ prefix: 'key', parallel: 1 });
  expect(some.requests).toMatchObject({ min: 1, max: 3 });
});
