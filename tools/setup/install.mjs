import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { capture } from '../process/capture.mjs';
import { npmCommand } from '../process/npm.mjs';
import { installFingerprint } from './fingerprint.mjs';
import { SetupError } from './setup-error.mjs';
import { dropStamp, readStamp, writeStamp } from './stamp.mjs';

const minutes = 10;

/** An npm that outlived us would go on writing while the next set-up clears away. */
const lifeline = fileURLToPath(new URL('../process/lifeline.mjs', import.meta.url));

const again = 'What it printed is above; run the same command again to go on from there.';

/** Kept in node_modules, so that it goes when they go. @param {string} root */
const stampOf = (root) => join(root, 'node_modules', '.serviceset-installed');

/** There while npm works: still there afterwards, npm was killed half-way. @param {string} root */
const unfinishedOf = (root) => join(root, '.setup', 'installing');

/** @param {string} root */
export function isInstalled(root) {
  return readStamp(stampOf(root)) === installFingerprint(root) && !existsSync(unfinishedOf(root));
}

/** `--include=dev` is for NODE_ENV=production, the log level for `npm --silent`. */
const args = ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Installs the dependencies. A run that was killed half-way is begun again from nothing; one that npm itself gave up
 * has been rolled back by npm, and the next try goes on from there.
 * @param {string} root
 * @param {{ command?: readonly [string, ...string[]], timeout?: number }} [options]
 */
export async function install(root, { command = npmCommand(), timeout = minutes * 60_000 } = {}) {
  const unfinished = unfinishedOf(root);
  if (existsSync(unfinished)) rmSync(join(root, 'node_modules'), { recursive: true, force: true });
  const fingerprint = installFingerprint(root);
  dropStamp(stampOf(root));
  writeStamp(unfinished, fingerprint);
  const call = [lifeline, ...command, ...args];
  const { code, output, timedOut } = await capture(process.execPath, call, { cwd: root, timeout, lifeline: true });
  if (timedOut) throw new SetupError(`npm install did not end within ${timeout / 60_000} minutes. ${again}`, output);
  dropStamp(unfinished);
  if (code !== 0) throw new SetupError(`npm install failed (exit code ${code}). ${again}`, output);
  writeStamp(stampOf(root), fingerprint);
}
