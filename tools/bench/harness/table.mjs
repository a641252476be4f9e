import { cpus } from 'node:os';

/** What was measured on. */
export function machineLine() {
  const all = cpus();
  return `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${all.length} × ${all[0]?.model ?? 'unknown'}`;
}

/** @param {number} value */
const short = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/**
 * @param {number} ratio
 * @param {number} must
 * @param {number} goal
 */
function verdict(ratio, must, goal) {
  if (!(ratio >= must)) return 'BELOW';
  if (must === 0) return '';
  return ratio >= goal ? 'goal' : 'met';
}

/**
 * A result for people.
 * @param {import('./compare.mjs').Result} result
 * @param {Pick<import('./compare.mjs').Plan, 'rounds'>} plan
 */
export function table({ bench, ours, baseline, ratios, must, goal, over = {} }, { rounds = 5 }) {
  const rows = Object.keys(ratios).map((name) => {
    const [ratio = Number.NaN, least = 0, hoped = 0] = [ratios[name], must[name], goal[name]];
    const figures = [ours[name] ?? 0, baseline[name] ?? 0, ratio, least, hoped].map(short);
    return [name, ...figures, verdict(ratio, least, hoped)];
  });
  const head = [`${bench} (medians of ${rounds})`, 'ours', 'baseline', 'ratio', 'must', 'goal', ''];
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map((cell) => cell.length)),
  );
  const line = (/** @type {readonly string[]} */ row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const differences = Object.entries(over).map(
    ([name, { figure, unit, goal: most }]) =>
      `${name}: ${short(figure)} ${unit} over the baseline (goal: at most ${most} ${unit}${figure <= most ? ', reached' : ''})`,
  );
  return [...[head, ...rows].map(line), ...differences].join('\n');
}
