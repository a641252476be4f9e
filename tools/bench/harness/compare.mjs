import { median } from './median.mjs';

/** @typedef {{ readonly figure: number, readonly unit: string, readonly goal: number }} Over ours − baseline, the median of the rounds */

/** @typedef {() => Promise<number | void>} Sample one run; its figure, or its wall time in ms when it gives none */

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {Sample} ours
 * @property {Sample} baseline what a careful user would write without us
 * @property {number} must the least ratio, baseline ÷ ours, that is good enough; 0 for what is only to be seen
 * @property {number} goal the ratio we are after
 * @property {{ readonly unit: string, readonly goal: number }} [over] where what counts is ours − baseline: its unit, and
 *   the most that we are after
 */

/**
 * @typedef {object} Plan what a program of tools/bench exports as its default
 * @property {string} bench
 * @property {readonly Case[]} cases
 * @property {number} [rounds] 5 when left out
 * @property {() => Promise<() => Promise<void>>} [setUp] run before everything; what it gives is run after everything
 */

/**
 * @typedef {object} Result figures by case: medians, and the median of the rounds' ratios
 * @property {string} bench
 * @property {Record<string, number>} ours
 * @property {Record<string, number>} baseline
 * @property {Record<string, number>} ratios baseline ÷ ours: above 1, ours is the better
 * @property {Record<string, number>} must
 * @property {Record<string, number>} goal
 * @property {Record<string, Over>} [over] of the cases where the difference is what counts
 * @property {boolean} met whether every ratio is at least its `must`
 */

/**
 * @param {Sample} sample
 * @returns {Promise<number>}
 */
async function figure(sample) {
  const start = performance.now();
  const own = await sample();
  return own ?? performance.now() - start;
}

/**
 * Pairs of figures, taken in turn, first one and then the other first, so that a machine that gets slower or warmer
 * is equally unfair to both. One pair before them is thrown away.
 * @param {Pick<Case, 'ours' | 'baseline'>} one
 * @param {number} rounds
 */
async function pairs({ ours, baseline }, rounds) {
  const taken = [];
  for (let round = 0; round <= rounds; round += 1) {
    const first = await figure(round % 2 === 0 ? baseline : ours);
    const second = await figure(round % 2 === 0 ? ours : baseline);
    taken.push(round % 2 === 0 ? { baseline: first, ours: second } : { ours: first, baseline: second });
  }
  return taken.slice(1);
}

/**
 * Measures every case of a plan.
 * @param {Plan} plan
 * @returns {Promise<Result>}
 */
export async function compare({ bench, cases, rounds = 5, setUp }) {
  const tearDown = await setUp?.();
  /** @type {Result} */
  const result = { bench, ours: {}, baseline: {}, ratios: {}, must: {}, goal: {}, met: cases.length > 0 };
  try {
    for (const one of cases) {
      const taken = await pairs(one, rounds);
      const ratio = median(taken.map(({ ours, baseline }) => baseline / ours));
      result.ours[one.name] = median(taken.map(({ ours }) => ours));
      result.baseline[one.name] = median(taken.map(({ baseline }) => baseline));
      result.ratios[one.name] = ratio;
      result.must[one.name] = one.must;
      result.goal[one.name] = one.goal;
      if (one.over) {
        const figure = median(taken.map(({ ours, baseline }) => ours - baseline));
        result.over = { ...result.over, [one.name]: { figure, ...one.over } };
      }
      result.met &&= ratio >= one.must; // NaN, from figures of 0, is not met
    }
  } finally {
    await tearDown?.();
  }
  return result;
}
