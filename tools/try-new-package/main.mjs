// `npm run try-new-package`: makes a package of each kind in a scratch copy of this repository, and runs every check on it there.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from '../process/capture.mjs';
import { childEnvironment } from '../process/environment.mjs';
import { npmCommand } from '../process/npm.mjs';
import { root } from '../process/root.mjs';
import { conclude, Report } from '../report/report.mjs';
import { copyRepository, shareInstalled } from './copy.mjs';
import { samples } from './samples.mjs';

const place = realpathSync(mkdtempSync(join(tmpdir(), 'serviceset-new-package-')));
process.on('exit', () => rmSync(place, { recursive: true, force: true }));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => process.exit(1));
const copy = join(place, 'copy');
const names = samples.map(({ name }) => name);
const [npm, ...before] = npmCommand();

/** The copy's checks count for this one: they leave no numbers of their own. */
const env = { ...childEnvironment(), SERVICESET_COUNTS: '' };

/**
 * @param {readonly string[]} args
 * @param {number} [wanted] its exit code
 */
async function run(args, wanted = 0) {
  const { code, output, timedOut } = await capture(npm, [...before, ...args], { cwd: copy, env, timeout: 5 * 60_000 });
  if (timedOut) throw new Error(`npm ${args.join(' ')} did not end in time:\n${output}`);
  if (code !== wanted) throw new Error(`npm ${args.join(' ')} ended with ${code}:\n${output}`);
  return output;
}

const report = new Report();
const copied = await report.check('a copy of this repository, sharing what is installed', () => {
  copyRepository(root, copy);
  shareInstalled(root, copy);
});
for (const [index, { name, options }] of copied ? samples.entries() : []) {
  // The first as anybody would; the others by the program behind the command, to set up but once for them.
  const command = index === 0 ? ['run', 'new-package', '--'] : ['exec', '--', 'node', 'tools/new-package/main.mjs'];
  await report.check(`makes ${name}`, () => run([...command, name, ...options]));
}
if (report.counts.failed === 0) {
  await report.check('refuses what is there already, with a sentence and nothing more', async () => {
    const { name, options } = samples[0] ?? { name: '', options: [] };
    const output = await run(['exec', '--', 'node', 'tools/new-package/main.mjs', name, ...options], 2);
    if (!/^There is a packages\/\S+ already: [^\n]+\n$/.test(output)) throw new Error(`it said:\n${output}`);
  });
  const packages = names.map((name) => `packages/${name}/`);
  const scripts = ['typecheck', 'lint', 'unused', 'changesets'].map((script) => ['run', script]);
  await report.check("its tests, and those of the whole repository's rules", () =>
    run(['test', '--', ...packages, 'tools/checks', 'tools/readme']),
  );
  for (const args of scripts) await report.check(`npm ${args.join(' ')}`, () => run(args));
  await report.check(`npm run packs -- ${names.join(' ')}`, () => run(['run', 'packs', '--', ...names]));
}
process.exit(conclude(report.counts));
