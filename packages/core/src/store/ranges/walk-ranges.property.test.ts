import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { listing } from '../listing/listing.js';
import { StoreInMemory } from '../testing/store-in-memory.js';
import { bucketFacts, containerFacts } from '../testing/stores.js';
import { compareUtf8 } from '../text/compare-utf8.js';
import { splitsAllowed } from './splits-allowed.js';

/** Names of the kinds that buckets hold: hashes, dates in folders, few letters, and any characters at all. */
const anyName = fc.oneof(
  fc.nat(0xffffff).map((number) => `assets/${((number * 2_654_435_761) >>> 0).toString(16).padStart(8, '0')}`),
  fc
    .tuple(fc.nat(3), fc.nat(11), fc.nat(27), fc.nat(99))
    .map(([year, month, day, part]) => `logs/202${year}/${month + 1}/${day}/part-${part}`),
  fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 12 }).map((text) => `x${text}`),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
  fc.string({
    unit: fc.constantFrom('\ue000', '\uffff', '😀', '\ud7ff', '\u{10ffff}', 'z'),
    minLength: 1,
    maxLength: 4,
  }),
);

const anyNames = fc.uniqueArray(anyName, { minLength: 0, maxLength: 400, size: 'max' });

/** Lets the answers of a schedule come in any order, at least one a turn. */
async function whileScheduled<T>(scheduler: fc.Scheduler, work: Promise<T>): Promise<T> {
  return scheduler.waitFor(work);
}

test.each([bucketFacts, containerFacts])(
  'lists each name once, whatever the names and the order of answers: $kind',
  async (facts) => {
    await fc.assert(
      fc.asyncProperty(
        anyNames,
        fc.scheduler(),
        fc.integer({ min: 2, max: 9 }),
        fc.boolean(),
        async (some, scheduler, parallel, ordered) => {
          const delay = scheduler.scheduleFunction(async () => {});
          const store = new StoreInMemory(facts, some, delay);
          const rows = listing(store)({ parallel, ordered });
          const found = (await whileScheduled(scheduler, rows.toArray())).map(({ name }) => name);
          expect(ordered ? found : [...found].sort(compareUtf8)).toEqual(store.names);
          const pages = Math.ceil(store.names.length / facts.page);
          if (pages <= 1 && facts.lastPage === 'told') expect(rows.spent.total).toBe(1);
          const plan = await listing({ ...store, facts }).plan({ expectKeys: store.names.length, parallel });
          expect(rows.spent.total).toBeGreaterThanOrEqual(plan.requests.min);
          expect(rows.spent.total).toBeLessThanOrEqual(plan.requests.max as number);
        },
      ),
      { numRuns: 150 },
    );
  },
);

test('between two names too', async () => {
  await fc.assert(
    fc.asyncProperty(anyNames, anyName, anyName, fc.scheduler(), async (some, one, other, scheduler) => {
      fc.pre(one !== other);
      const [after, before] = [one, other].sort(compareUtf8) as [string, string];
      const store = new StoreInMemory(
        bucketFacts,
        some,
        scheduler.scheduleFunction(async () => {}),
      );
      const rows = await whileScheduled(scheduler, listing(store)({ after, before, parallel: 4 }).toArray());
      const inside = store.names.filter((name) => compareUtf8(name, after) > 0 && compareUtf8(name, before) < 0);
      expect(rows.map(({ name }) => name)).toEqual(inside);
    }),
    { numRuns: 150 },
  );
});

test('what comes before a failure is given, in order, and then it is thrown', async () => {
  await fc.assert(
    fc.asyncProperty(anyNames, fc.scheduler(), fc.nat(60), fc.boolean(), async (some, scheduler, failing, ordered) => {
      const delay = scheduler.scheduleFunction(async () => {});
      let asked = 0;
      const store = new StoreInMemory(bucketFacts, some, async () => {
        asked += 1;
        const request = asked;
        await delay();
        if (request === failing) throw new Error('the store is tired');
      });
      const given: string[] = [];
      const read = async () => {
        for await (const { name } of listing(store)({ parallel: 4, ordered })) given.push(name);
      };
      const error: unknown = await whileScheduled(
        scheduler,
        read().then(
          () => undefined,
          (thrown: unknown) => thrown,
        ),
      );
      if (error === undefined) expect(given).toHaveLength(store.names.length);
      else expect(error).toMatchObject({ message: 'the store is tired' });
      if (ordered) expect(given).toEqual(store.names.slice(0, given.length));
    }),
    { numRuns: 150 },
  );
});

test('few splits are allowed at first, and one for each 8 pages later', () => {
  expect([splitsAllowed(16, 0), splitsAllowed(16, 80), splitsAllowed(2, 7)]).toEqual([32, 42, 4]);
});
