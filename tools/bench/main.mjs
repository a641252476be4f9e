// `npm run bench -- NAME [--json]`: ours against a plain baseline, as ratios.
import { fileURLToPath } from 'node:url';
import { load } from '../run/by-name.mjs';
import { compare } from './harness/compare.mjs';
import { machineLine, table } from './harness/table.mjs';

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--'));
const loaded = await load(fileURLToPath(new URL('.', import.meta.url)), names.slice(0, 1));
const [{ default: plan }] = /** @type {[{ default: import('./harness/compare.mjs').Plan }]} */ (loaded);
const result = await compare(plan);
console.log(machineLine());
console.log(table(result, plan));
if (args.includes('--json')) console.log(JSON.stringify(result));
process.exit(result.met ? 0 : 1);
