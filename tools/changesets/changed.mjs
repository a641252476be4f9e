import { gitLines } from './git.mjs';
import { releaseCommit } from './released.mjs';

/** Files that no user of a package ever sees, and the one that a release itself writes. */
const unseen = /\.test(-d)?\.ts$|\/src\/testing\/|\/CHANGELOG\.md$/;

/**
 * The files of a package that differ from its last release, those not yet committed among them.
 * @param {string} root
 * @param {string} folder e.g. `packages/core`
 */
export function changedFiles(root, folder) {
  const release = releaseCommit(root, folder);
  const tracked = release
    ? gitLines(root, ['diff', '--name-only', '--no-renames', release, '--', folder])
    : gitLines(root, ['ls-files', '--', folder]);
  const untracked = gitLines(root, ['ls-files', '--others', '--exclude-standard', '--', folder]);
  return [...tracked, ...untracked].filter((path) => !unseen.test(path));
}
