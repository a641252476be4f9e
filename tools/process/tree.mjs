import { exitCode } from './exit-code.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {(() => void) & { kill: () => void }} Release */

/** Children in groups of their own that end when we do. @type {Set<ChildProcess>} */
const children = new Set();

/** @param {ChildProcess} child */
function killGroup(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

function killAll() {
  for (const child of children) killGroup(child);
}

/** @param {NodeJS.Signals} signal */
function onSignal(signal) {
  killAll();
  process.exit(exitCode(null, signal));
}

/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function listen() {
  process.on('exit', killAll);
  for (const signal of signals) process.on(signal, onSignal);
}

function unlisten() {
  process.off('exit', killAll);
  for (const signal of signals) process.off(signal, onSignal);
}

/**
 * Ends a `detached` child and everything in its group when this process ends, whichever way.
 * @param {ChildProcess} child
 * @returns {Release} call it when the child has ended; its `kill` ends the group now
 */
export function endTree(child) {
  if (children.size === 0) listen();
  children.add(child);
  const release = () => {
    children.delete(child);
    if (children.size === 0) unlisten();
  };
  return Object.assign(release, { kill: () => killGroup(child) });
}
