// Runs every step, whatever becomes of the others, and closes with "N passed, N failed". No dependencies: the first
// step is the one that installs them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from '../process/environment.mjs';
import { inherit } from '../process/inherit.mjs';
import { npmCommand } from '../process/npm.mjs';
import { root } from '../process/root.mjs';
import { numbersOf } from './numbers.mjs';
import { steps } from './steps.mjs';

const place = mkdtempSync(join(tmpdir(), 'serviceset-ci-'));
const [npm, ...before] = npmCommand();
const rows = [];
const total = { passed: 0, failed: 0 };
/** @type {NodeJS.Signals | undefined} */
let stopped;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => (stopped = signal));

for (const step of steps) {
  console.log(`\n=== ${step.name}\n`);
  const start = performance.now();
  const report = join(place, `${step.name}.json`);
  const reporters =
    step.numbers === 'vitest' ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  const env = { ...childEnvironment(), SERVICESET_COUNTS: step.numbers === 'counts' ? report : '' };
  const code = await inherit(npm, [...before, ...step.npm, ...reporters], { cwd: root, env });
  const numbers = numbersOf(step.numbers, code, report);
  total.passed += numbers.passed;
  total.failed += numbers.failed;
  const skipped = numbers.skipped > 0 ? `, ${numbers.skipped} skipped` : '';
  const seconds = ((performance.now() - start) / 1000).toFixed(0).padStart(4);
  rows.push(`  ${step.name.padEnd(12)}${seconds} s   ${numbers.passed} passed, ${numbers.failed} failed${skipped}`);
  if (stopped === undefined) continue;
  rows.push(`  stopped by ${stopped}: the rest did not run`);
  total.failed += 1;
  break;
}
rmSync(place, { recursive: true });
console.log(`\n=== all\n\n${rows.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
