import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { turbo } from '../process/turbo.mjs';
import { buildFingerprint } from './fingerprint.mjs';
import { builtFiles, dropOrphans } from './outputs.mjs';
import { packageFolders } from './packages.mjs';
import { SetupError } from './setup-error.mjs';
import { dropStamp, readStamp, writeStamp } from './stamp.mjs';

/** @param {string} root */
const stampOf = (root) => join(root, '.setup', 'built');

/** The stamp: the sources' hash, then the built files. @param {string} root */
const stampText = (root, fingerprint = buildFingerprint(root)) => [fingerprint, ...builtFiles(root)].join('\n');

/** @param {string} root */
export function isBuilt(root) {
  return readStamp(stampOf(root)) === stampText(root);
}

/**
 * The compiler's own record says nothing of built files that somebody deleted: without it, all are written again.
 * @param {string} root
 */
function forgetIncomplete(root) {
  const [, ...recorded] = readStamp(stampOf(root))?.split('\n') ?? [];
  const complete = recorded.length > 0 && recorded.every((file) => existsSync(join(root, file)));
  if (complete) return;
  for (const folder of packageFolders(root)) dropStamp(join(folder, 'dist', '.tsbuildinfo'));
}

/**
 * Builds every package, through turbo's cache. What turbo prints is shown only when it fails.
 * @param {string} root
 */
export async function build(root) {
  const fingerprint = buildFingerprint(root); // before the build: a source saved meanwhile is built the next time
  forgetIncomplete(root);
  dropStamp(stampOf(root));
  const { code, output } = await turbo(root, 'build');
  if (code !== 0) throw new SetupError('The build failed.', output);
  dropOrphans(root); // after turbo as well as before: its cache may have kept one
  writeStamp(stampOf(root), stampText(root, fingerprint));
}
