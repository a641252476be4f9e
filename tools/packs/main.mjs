// Packs every package and tries each as a stranger would. `npm run packs [-- NAME…]`: only those.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pool } from '../process/pool.mjs';
import { root } from '../process/root.mjs';
import { conclude, Report } from '../report/report.mjs';
import { packageFolders } from '../setup/packages.mjs';
import { exampleEnvironment, startCloud } from './cloud.mjs';
import { pack } from './pack.mjs';
import { tryPackage } from './try-package.mjs';

const place = mkdtempSync(join(tmpdir(), 'serviceset-packs-'));
process.on('exit', () => rmSync(place, { recursive: true, force: true }));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => process.exit(1));

const start = performance.now();
const folders = packageFolders(root);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !folders.some((folder) => basename(folder) === name));
if (unknown.length > 0) {
  const known = folders.map((folder) => basename(folder)).join(', ');
  console.error(`There is no package '${unknown.join("', '")}'; there is: ${known}.`);
  process.exit(2);
}
const tarballs = join(place, 'tarballs');
mkdirSync(tarballs);
const all = await pool(folders, 2, (folder) => pack(folder, tarballs));

/** @type {{ passed: number, failed: number, notRun: number }} */
const sum = { passed: 0, failed: 0, notRun: 0 };
/** Printed at the end, all together. @type {string[]} */
const verdicts = [];
const main = new Report((line) => void verdicts.push(line));
/** @type {import('./cloud.mjs').Cloud | undefined} */
let cloud;
await main.check('the embedded cloud starts, for the examples', async () => {
  cloud = await startCloud();
});
const env = exampleEnvironment(place, cloud);

const chosen = all.filter(({ folder }) => wanted.length === 0 || wanted.includes(basename(folder)));
const reports = await pool(chosen, 2, async (packed) => {
  /** @type {string[]} */
  const lines = [];
  const report = new Report((line) => void lines.push(line));
  await tryPackage(packed, { all, project: join(place, basename(packed.folder)), report, env, print: console.log });
  return { report, lines };
});
await cloud?.close();
for (const { counts } of [main, ...reports.map(({ report }) => report)]) {
  sum.passed += counts.passed;
  sum.failed += counts.failed;
}
console.log(['', ...verdicts, ...reports.flatMap(({ lines }) => lines)].join('\n'));
console.log(`\n${chosen.length} packages in ${((performance.now() - start) / 1000).toFixed(0)} s`);
process.exit(conclude(sum));
