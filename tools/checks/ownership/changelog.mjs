/** What a package has before its first release. */
const unreleased = '0.0.0';

/**
 * @typedef {object} History
 * @property {string} version the manifest's
 * @property {string | undefined} changelog the text of its CHANGELOG.md
 * @property {boolean} pending whether a changeset names it
 */

/**
 * What a package's users can read about its changes, and cannot, as a sentence. A release writes CHANGELOG.md from the
 * changesets; before the first one there is no such file, and the pending changeset is what it will say.
 * @param {string} name of the package's folder
 * @param {History} history
 * @returns {string[]}
 */
export function wrongChangelog(name, { version, changelog, pending }) {
  if (changelog === undefined && version === unreleased) {
    if (pending) return [];
    return [
      `packages/${name}: it was never released and no changeset names it, so its changelog would be empty: run \`npm run changeset\`.`,
    ];
  }
  const entries = (changelog ?? '').split('\n');
  if (entries.includes(`## ${version}`)) return [];
  return [`packages/${name}: every release is in CHANGELOG.md, so it has an entry '## ${version}'.`];
}
