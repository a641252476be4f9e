import { fileAt, gitLines } from './git.mjs';

/**
 * @param {string} root
 * @param {string} commit
 * @param {string} manifest
 * @returns {string | undefined}
 */
function versionAt(root, commit, manifest) {
  const text = fileAt(root, commit, manifest);
  return text === undefined ? undefined : JSON.parse(text).version;
}

/**
 * The commit that gave a package its present version; nothing when that is the one it was made with, so that it was
 * never released and all of it is new.
 * @param {string} root
 * @param {string} folder e.g. `packages/core`
 */
export function releaseCommit(root, folder) {
  const manifest = `${folder}/package.json`;
  for (const commit of gitLines(root, ['log', '--format=%H', '--', manifest])) {
    const before = versionAt(root, `${commit}^`, manifest);
    if (before !== versionAt(root, commit, manifest)) return before === undefined ? undefined : commit;
  }
  return undefined;
}
