import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** How often a holder shows that it lives, and after how long without that it counts as gone (ms). */
const beat = 5_000;
const silence = 60_000;

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code;

/**
 * @param {string} path
 * @returns {boolean} whether the lock is ours now
 */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Who holds the lock; `gone` when its process ended without giving it back.
 * @param {string} path
 * @returns {{ pid: number, gone: boolean } | undefined} nothing when it has just been given back
 */
export function holder(path) {
  try {
    const age = Date.now() - statSync(path).mtimeMs;
    const pid = Number(readFileSync(path, 'utf8'));
    return { pid, gone: age > silence || (pid > 0 && !isAlive(pid)) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Takes away a lock that nobody holds. Only one process may look and take away at a time, or the second would take
 * away the lock that the first has just made.
 * @param {string} path
 */
function clear(path) {
  const breaking = `${path}.breaking`;
  if (!take(breaking)) {
    if (holder(breaking)?.gone) rmSync(breaking, { force: true });
    return;
  }
  try {
    if (holder(path)?.gone) rmSync(path, { force: true });
  } finally {
    rmSync(breaking, { force: true });
  }
}

/**
 * Runs something while no other process of this machine does.
 * @template T
 * @param {string} path of the lock file
 * @param {() => Promise<T>} work
 * @param {(pid: number) => void} [waiting] told once, when another process has held it for a second
 * @returns {Promise<T>}
 */
export async function locked(path, work, waiting = () => {}) {
  mkdirSync(dirname(path), { recursive: true });
  for (let turn = 0; !take(path); turn += 1) {
    const other = holder(path);
    if (other?.gone) clear(path);
    else await wait(100);
    if (other && turn === 10) waiting(other.pid);
  }
  const timer = setInterval(() => utimesSync(path, new Date(), new Date()), beat).unref();
  const giveBack = () => rmSync(path, { force: true });
  process.once('exit', giveBack); // a signal during the work ends through process.exit
  try {
    return await work();
  } finally {
    clearInterval(timer);
    process.off('exit', giveBack);
    giveBack();
  }
}
