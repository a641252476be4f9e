// `npm run interop [-- NAME…]`: our code against programs that we did not write. Never a part of `npm test`.
import { fileURLToPath } from 'node:url';
import { conclude, Report } from '../report/report.mjs';
import { load, programs } from '../run/by-name.mjs';
import { runInterop } from './harness/run.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const loaded = await load(folder, wanted.length > 0 ? wanted : programs(folder));
const report = new Report();
await runInterop(/** @type {import('./harness/run.mjs').Interop[]} */ (loaded), report);
process.exit(conclude(report.counts));
