import { expect, test, vi } from 'vitest';
import { compare } from './compare.mjs';
import { median } from './median.mjs';
import { table } from './table.mjs';

/** A sample that gives these figures in turn. @param {number[]} figures */
const gives = (...figures) => vi.fn(async () => figures.shift() ?? Number.NaN);

test('the median is the middle, whatever the order', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});

test('ratios are baseline over ours, the median of the pairs; the first pair is thrown away', async () => {
  const one = { name: 'pages', ours: gives(999, 1, 2, 4), baseline: gives(1, 10, 40, 20), must: 5, goal: 30 };
  expect(await compare({ bench: 'fanout', cases: [one], rounds: 3 })).toEqual({
    bench: 'fanout',
    ours: { pages: 2 },
    baseline: { pages: 20 },
    ratios: { pages: 10 },
    must: { pages: 5 },
    goal: { pages: 30 },
    met: true,
  });
});

test('where the difference counts, it is given beside its goal', async () => {
  const one = { name: 'tasks', ours: gives(0, 7, 5, 6), baseline: gives(0, 1, 2, 3), must: 0, goal: 1 };
  const plan = { bench: 'x', cases: [{ ...one, over: { unit: 'ms', goal: 4 } }], rounds: 3 };
  const result = await compare(plan);
  expect([result.over, result.met]).toEqual([{ tasks: { figure: 3, unit: 'ms', goal: 4 } }, true]);
  expect(table(result, plan)).toContain('tasks: 3.00 ms over the baseline (goal: at most 4 ms, reached)');
  const missed = { ...result, over: { tasks: { figure: 5, unit: 'ms', goal: 4 } } };
  expect(table(missed, plan)).toContain('5.00 ms over the baseline (goal: at most 4 ms)');
});

test('the two are run in turn, each first every other time', async () => {
  /** @type {string[]} */
  const order = [];
  const note = (/** @type {string} */ who) => async () => void order.push(who);
  await compare({
    bench: 'x',
    cases: [{ name: 'a', ours: note('o'), baseline: note('b'), must: 0, goal: 0 }],
    rounds: 2,
  });
  expect(order.join('')).toBe('boobbo');
});

test('what gives no figure is timed', async () => {
  const slow = () => new Promise((resolve) => setImmediate(resolve, undefined)).then(() => undefined);
  const result = await compare({ bench: 'x', cases: [{ name: 'a', ours: slow, baseline: slow, must: 0, goal: 0 }] });
  expect(result.ours['a']).toBeGreaterThan(0);
});

test.each([
  ['one case below its must', [{ name: 'a', ours: async () => 2, baseline: async () => 1, must: 1, goal: 1 }]],
  ['a figure of nothing', [{ name: 'a', ours: async () => 0, baseline: async () => 0, must: 0, goal: 0 }]],
  ['no case at all', []],
])('%s is not met', async (_, cases) => {
  expect((await compare({ bench: 'x', cases })).met).toBe(false);
});

test('what was set up is taken down, after a failure too', async () => {
  const tearDown = vi.fn(async () => {});
  const failing = { name: 'a', ours: () => Promise.reject(new Error('no')), baseline: async () => 1, must: 1, goal: 1 };
  await expect(compare({ bench: 'x', cases: [failing], setUp: async () => tearDown })).rejects.toThrow('no');
  expect(tearDown).toHaveBeenCalledOnce();
});

test('the table says which ratio is below its must', async () => {
  const figures = { ours: async () => 10, baseline: async () => 20 };
  const cases = [
    { name: 'good', ...figures, must: 1, goal: 2 },
    { name: 'nearly', ...figures, must: 1.5, goal: 3 },
    { name: 'bad', ...figures, must: 3, goal: 4 },
  ];
  const text = table(await compare({ bench: 'fanout', cases }), {});
  expect(text.split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual([
    'fanout (medians of 5) ours baseline ratio must goal',
    'good 10.0 20.0 2.00 1.00 2.00 goal',
    'nearly 10.0 20.0 2.00 1.50 3.00 met',
    'bad 10.0 20.0 2.00 3.00 4.00 BELOW',
  ]);
});
