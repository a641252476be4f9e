// Kept to syntax that any Node with ES modules can parse.
import { readFileSync } from 'node:fs';

/**
 * Whether a Node version is older than the one that a range of the form `>=20.19` asks for.
 * @param {string} version e.g. `18.20.4`
 * @param {string} range e.g. `>=20.19`
 */
export function isTooOld(version, range) {
  const have = version.split('.').map(Number);
  const want = range.replace('>=', '').split('.').map(Number);
  const at = want.findIndex((part, index) => (have[index] || 0) !== part);
  return at !== -1 && (have[at] || 0) < (want[at] || 0);
}

/** Ends the process with one sentence when this Node is older than package.json's `engines.node`. */
export function refuseOldNode() {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const range = manifest.engines.node;
  if (!isTooOld(process.versions.node, range)) return;
  const floor = range.replace('>=', '');
  console.error(`ServiceSet needs Node ${floor} or newer, and this is Node ${process.versions.node}.`);
  process.exit(1);
}
