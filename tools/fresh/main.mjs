// `npm run fresh`: what a stranger does with a fresh clone of the last commit, from elsewhere, with an empty home.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from '../process/capture.mjs';
import { childEnvironment } from '../process/environment.mjs';
import { npmCommand } from '../process/npm.mjs';
import { root } from '../process/root.mjs';
import { conclude, Report } from '../report/report.mjs';

const place = mkdtempSync(join(tmpdir(), 'serviceset-fresh-'));
process.on('exit', () => rmSync(place, { recursive: true, force: true }));
const clone = join(place, 'a clone');
const [npm, ...before] = npmCommand();

/** Nothing of ours but the path: no npm settings, no keys, and a home with nothing in it. */
const bare = Object.entries(childEnvironment()).filter(
  ([name]) => !/^(npm_|AWS_|NODE_|CI$|INIT_CWD$|TURBO_)/i.test(name),
);

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [more]
 */
async function run(args, more = {}) {
  const home = join(place, 'home');
  mkdirSync(home, { recursive: true });
  const env = { ...Object.fromEntries(bare), HOME: home, USERPROFILE: home, ...more };
  const result = await capture(npm, [...before, ...args], { cwd: place, env, timeout: 8 * 60_000 });
  if (result.timedOut) throw new Error(`npm ${args.join(' ')} did not end in time:\n${result.output}`);
  if (result.code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${result.code}:\n${result.output}`);
  return result;
}

/** @param {{ output: string }} result @param {RegExp} unwanted */
function without({ output }, unwanted) {
  const found = unwanted.exec(output);
  if (found) throw new Error(`it printed '${found[0]}':\n${output}`);
}

const report = new Report();
const git = await capture('git', ['clone', '--quiet', '--no-hardlinks', root, clone], { cwd: place });
if (git.code !== 0) report.fail('the last commit can be cloned', git.output);
else {
  const start = ['--prefix', clone, 'start'];
  await report.check('two `npm start` at once, cold, from elsewhere, with NODE_ENV=production', async () => {
    const results = await Promise.all([run(start), run(['--silent', ...start], { NODE_ENV: 'production' })]);
    for (const result of results) without(result, /warn(ing)?\b/i);
  });
  await report.check('`npm start` again, with nothing to set up', async () => {
    without(await run(start), /Installing|Building|warn(ing)?\b/i);
  });
  await report.check('`npm test` with telemetry and updates unheard of', async () => {
    without(await run(['--prefix', clone, 'test', '--', 'tools/setup']), /Installing|Building|telemetry/i);
  });
  await report.check('the clone is as clean as before', async () => {
    const { output } = await capture('git', ['status', '--porcelain'], { cwd: clone });
    if (output !== '') throw new Error(output);
  });
}
process.exit(conclude(report.counts));
