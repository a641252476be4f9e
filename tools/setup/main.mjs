import { join } from 'node:path';
import { root as repository } from '../process/root.mjs';
import { build, isBuilt } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { locked } from './lock.mjs';
import { shown } from './progress.mjs';
import { SetupError } from './setup-error.mjs';

/** For people, and out of the way of what a command prints for programs. @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

/** @param {string} root */
const isReady = (root) => isInstalled(root) && isBuilt(root);

/** @param {string} root */
async function prepare(root) {
  if (!isInstalled(root)) {
    await shown('Installing dependencies (the first time takes about a minute)', () => install(root));
  }
  if (!isBuilt(root)) {
    await shown('Building the packages', () => build(root));
  }
}

/**
 * Installs and builds what is missing or older than its source. Silent, and quick, when there is nothing to do.
 * @param {string} [root]
 */
export async function setup(root = repository) {
  if (isReady(root)) return;
  const lock = join(root, '.setup', 'lock');
  await locked(
    lock,
    () => prepare(root),
    (pid) => say(`Waiting for the set-up that process ${pid} does …`),
  );
}

/** @param {unknown} error */
function explain(error) {
  if (!(error instanceof SetupError)) throw error;
  say(`${error.said}\n\n${error.message}`);
  process.exit(1);
}

/** Sets up, or ends the process with what went wrong. */
export async function main() {
  await setup().catch(explain);
}
