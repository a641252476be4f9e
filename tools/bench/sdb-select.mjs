// Selecting by equality from a domain of 100,000 items, through the index and by a scan of every item; and reading one page of it,
// as it stands in the index and by sorting all.
import { compile } from '../../packages/local/dist/services/simpledb/select/compile.js';
import { parseSelect } from '../../packages/local/dist/services/simpledb/select/parse-select.js';
import { placer } from '../../packages/local/dist/services/simpledb/select/place.js';
import { runSelect } from '../../packages/local/dist/services/simpledb/select/run-select.js';
import { Domain } from '../../packages/local/dist/services/simpledb/store/domain.js';

const items = 100_000;
const domain = new Domain('large', 0);
for (let at = 0; at < items; at += 1) {
  const id = String(at).padStart(6, '0');
  const attributes = new Map([
    ['id', [id]],
    ['group', [String(at % 1000)]],
  ]);
  domain.set({ name: `i${id}`, attributes }, 0);
}

/** So many selects make one figure: one alone is too short for the clock. */
const repeated = 200;

/** @param {string} where */
function sides(where) {
  const query = parseSelect(`select * from large where ${where}`);
  const options = { consistent: true, now: 0, after: undefined };
  return {
    ours: async () => {
      const start = performance.now();
      for (let time = 0; time < repeated; time += 1) take(runSelect(query, domain, options), Number.POSITIVE_INFINITY);
      return (performance.now() - start) / repeated;
    },
    baseline: async () => {
      const matches = compile(query.where);
      const start = performance.now();
      [...domain.items.values()].filter(matches);
      return performance.now() - start;
    },
  };
}

/** @param {Iterable<unknown>} selected @param {number} most */
function take(selected, most) {
  let taken = 0;
  for (const _ of selected) {
    taken += 1;
    if (taken === most) return;
  }
}

/** A page of 100 in the middle. @param {string} text @param {string} key */
function page(text, key) {
  const query = parseSelect(text);
  const { placeOf, compare } = placer(query.orderBy);
  const after = { name: 'i050000', key };
  return {
    ours: async () => {
      const start = performance.now();
      const options = { consistent: true, now: 0, after, most: 100 };
      for (let time = 0; time < repeated; time += 1) take(runSelect(query, domain, options), 100);
      return (performance.now() - start) / repeated;
    },
    baseline: async () => {
      const start = performance.now();
      const placed = [...domain.items.values()].flatMap((item) => placeOf(item) ?? []);
      placed.filter((place) => compare(place, after) > 0).sort(compare);
      return performance.now() - start;
    },
  };
}

/** @type {import('./harness/compare.mjs').Plan} */
export default {
  bench: 'sdb-select',
  rounds: 9,
  cases: [
    { name: 'equality, 1 of 100,000 items (ms)', ...sides("id = '000777'"), must: 50, goal: 500 },
    { name: 'equality, 100 of 100,000 items (ms)', ...sides("group = '7'"), must: 50, goal: 100 },
    { name: 'a page of all items by name (ms)', ...page('select * from large', ''), must: 20, goal: 100 },
    {
      name: 'a page ordered by an attribute (ms)',
      ...page("select * from large where id > '' order by id desc", '050000'),
      must: 20,
      goal: 100,
    },
  ],
};
