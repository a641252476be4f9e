/** @typedef {import('./measure.mjs').Measured} Measured */
/** @typedef {import('./measure.mjs').Told} Told */

const longestSaying = 66;

/** @param {number} milliseconds */
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

/**
 * What is told, on one line.
 * @param {Told} told
 * @param {number} cap
 */
function saying({ after, status, message }, cap) {
  if (after === undefined) return `> ${seconds(cap)}  nothing: given up`;
  const [line = ''] = message.split('\n', 1);
  const words = line.length > longestSaying ? `${line.slice(0, longestSaying - 1)}…` : line;
  return `${seconds(after).padStart(8)}  ${status}${words === '' ? '' : `: ${words}`}`;
}

/**
 * For people: what each fault costs the healthy regions, and what is told of the broken one.
 * @param {ReadonlyMap<string, Measured>} all by the fault's name
 * @param {{ must: number, cap: number }} terms
 */
export function table(all, { must, cap }) {
  const width = Math.max(...[...all.keys()].map((name) => name.length));
  const blocks = [...all].map(([name, { without, beside, ratio, told, plain, met }]) => {
    const [first, second] = told.map((one) => saying(one, cap));
    const figures = `${seconds(beside)} beside it, ${seconds(without)} without: ${ratio.toFixed(2)}`;
    const plainly = plain.beside === undefined ? `> ${seconds(cap)}` : seconds(plain.beside);
    return [
      `${name.padEnd(width)}  healthy answers after ${figures} ${met ? 'met' : 'NOT MET'}; plain SDK ${plainly}`,
      `${''.padEnd(width)}    first time   ${first}`,
      `${''.padEnd(width)}    second time  ${second}`,
      `${''.padEnd(width)}    plain SDK    ${saying(plain.told, cap)}`,
    ].join('\n');
  });
  const head = `faults (medians; must: at most ${must.toFixed(2)} times the time without the fault; plain SDK given up after ${seconds(cap)})`;
  return [head, ...blocks].join('\n');
}
