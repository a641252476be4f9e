import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageFolders } from '../setup/packages.mjs';
import { changedFiles } from './changed.mjs';
import { git } from './git.mjs';
import { pendingPackages } from './pending.mjs';

/**
 * Packages that changed since their last release without a pending changeset, one sentence each. It works on a clean
 * clone of main, where a comparison with main itself sees nothing.
 * @param {string} root
 * @returns {string[]}
 */
export function missingChangesets(root) {
  if (git(root, ['rev-parse', '--is-shallow-repository']).trim() === 'true') {
    return [
      'This clone is shallow, so nobody can say what changed since a release: run `git fetch --unshallow` first.',
    ];
  }
  const named = pendingPackages(root);
  const all = packageFolders(root).map((path) => {
    const { name } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    return { name: String(name), folder: relative(root, path).replaceAll('\\', '/') };
  });
  const missing = all.flatMap(({ name, folder }) => {
    const changed = named.has(name) ? [] : changedFiles(root, folder);
    const more = changed.length > 1 ? ` and ${changed.length - 1} more` : '';
    return changed.length === 0
      ? []
      : [
          `${name} changed since its last release (${changed[0]}${more}), but no changeset names it: run \`npm run changeset\`.`,
        ];
  });
  const unknown = [...named].filter((name) => all.every((one) => one.name !== name));
  return [...missing, ...unknown.map((name) => `A changeset names ${name}, but there is no such package.`)];
}
