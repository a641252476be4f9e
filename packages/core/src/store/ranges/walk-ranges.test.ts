import { expect, test } from 'vitest';
import { listing } from '../listing/listing.js';
import { isStuckListingError } from '../listing/stuck-listing-error.js';
import { StoreInMemory } from '../testing/store-in-memory.js';
import { bucketFacts } from '../testing/stores.js';

/** Requests that are answered together, in rounds. */
function inRounds() {
  let waiting: (() => void)[] = [];
  let rounds = 0;
  const tick = (): void => {
    const now = waiting;
    waiting = [];
    rounds += 1;
    for (const answer of now) answer();
  };
  const delay = () =>
    new Promise<void>((resolve) => {
      // Two turns of the event loop, so that whatever is to be asked at the same time has been.
      if (waiting.length === 0) setImmediate(() => setImmediate(tick));
      waiting.push(resolve);
    });
  return {
    delay,
    get rounds() {
      return rounds;
    },
  };
}

const hashes = (count: number) =>
  Array.from({ length: count }, (_, index) => (Math.imul(index, 2_654_435_761) >>> 0).toString(16).padStart(8, '0'));
const dated = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2024, 0, 1) + index * 3_600_000).toISOString();
    return `logs/${day.slice(0, 10).replaceAll('-', '/')}/${day.slice(11, 13)}-${index % 7}.gz`;
  });

test.each([
  ['hashes', 'in any order', 4, hashes],
  ['hashes', 'in order', 3, hashes],
  ['dates in folders', 'in any order', 3, dated],
  ['dates in folders', 'in order', 2, dated],
])('%s are listed by ranges, %s, at least %i times as fast as one after the other', async (_, how, times, make) => {
  const round = inRounds();
  const store = new StoreInMemory({ ...bucketFacts, page: 100 }, make(20_000), round.delay);
  const rows = listing(store)({ parallel: 8, ordered: how === 'in order' });
  expect(await rows.toArray()).toHaveLength(store.names.length);
  const pages = Math.ceil(store.names.length / 100);
  expect(round.rounds * times).toBeLessThanOrEqual(pages);
  expect(rows.spent.total).toBeLessThanOrEqual(pages + 2 * 8 + pages / 8);
});

test('in order no more is held than 8 pages for each request at once, however slow the reader is', async () => {
  const store = new StoreInMemory({ ...bucketFacts, page: 10 }, hashes(5_000));
  const rows = listing(store)({ parallel: 4 })[Symbol.asyncIterator]();
  await rows.next();
  await new Promise((resolve) => setImmediate(resolve));
  expect(store.spent.total).toBeLessThanOrEqual(1 + 4 * 8 + 4);
  await rows.return?.(undefined);
});

test('a store that does not begin where it is told to is noticed', async () => {
  const store = new StoreInMemory({ ...bucketFacts, page: 10 }, hashes(500));
  const { page } = store;
  store.page = (request) => page(request.token === undefined ? { ...request, after: undefined } : request);
  await expect(listing(store)().toArray()).rejects.toSatisfy(isStuckListingError);
});
