/** @typedef {Record<string, unknown>} Manifest */

const kinds = ['dependencies', 'peerDependencies', 'optionalDependencies', 'devDependencies'];

/** Our own packages explain themselves. @param {string} name */
const isForeign = (name) => !name.startsWith('@proj/');

/**
 * Dependencies without a line in docs/dependencies.md, one sentence each. A line names them in backticks, in its first
 * column; `@scope/name-*` names several.
 * @param {readonly Manifest[]} manifests
 * @param {string} page
 */
export function unexplained(manifests, page) {
  const cells = page.split('\n').map((line) => /^\|([^|]*)\|/.exec(line)?.[1] ?? '');
  const named = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  const explains = (/** @type {string} */ name) =>
    named.some((one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))));
  const all = manifests.flatMap((manifest) => kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {})));
  const missing = [...new Set(all)].filter((name) => isForeign(name) && !explains(name));
  return missing.map((name) => `docs/dependencies.md: every dependency has a line, so there is one for ${name}.`);
}
