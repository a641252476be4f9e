// `npm run bench -- NAME [--json]`: ours against a plain baseline, as ratios.
import { fileURLToPath } from 'node:url';
import { load } from '../run/by-name.mjs';
import { compare } from './harness/compare.mjs';
import { machineLine, table } from './harness/table.mjs';

/** @typedef {Readonly<Record<string, unknown>> & { readonly bench: string, readonly met: boolean }} Result what `--json` prints */
/** @typedef {() => Promise<{ readonly text: string, readonly result: Result }>} Program a benchmark with a form of its own */

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--'));
const loaded = await load(fileURLToPath(new URL('.', import.meta.url)), names.slice(0, 1));
const [{ default: bench }] = /** @type {[{ default: import('./harness/compare.mjs').Plan | Program }]} */ (loaded);
const { text, result } = typeof bench === 'function' ? await bench() : await compared(bench);
console.log(machineLine());
console.log(text);
if (args.includes('--json')) console.log(JSON.stringify(result));
process.exit(result.met ? 0 : 1);

/** @param {import('./harness/compare.mjs').Plan} plan */
async function compared(plan) {
  const compared = await compare(plan);
  return { text: table(compared, plan), result: compared };
}
