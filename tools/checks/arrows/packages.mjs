import { posix } from 'node:path';
import { isTest } from '../../source/files.mjs';
import { core, scope, testServer, top } from './rules.mjs';

/** @typedef {Readonly<Record<string, readonly string[]>>} Exports what each of our packages exports: `.` and subpaths */

/** The package or top folder that a path is in: `packages/core`, `tools`. @param {string} path */
const homeOf = (path) =>
  path
    .split('/')
    .slice(0, path.startsWith('packages/') ? 2 : 1)
    .join('/');

/**
 * A benchmark may measure what its package does not show.
 * @param {string} path
 * @param {string} specifier
 */
function relativeRule(path, specifier) {
  const to = posix.join(posix.dirname(path), specifier);
  if (homeOf(to) === homeOf(path)) return undefined;
  if (path.startsWith('tools/bench/') && /^packages\/[^/]+\/dist\//.test(to)) return undefined;
  return 'what lies outside a package is imported by its package name, never by a path';
}

/**
 * @param {string} own the importing package's name without the scope; empty for tools
 * @param {string} name the imported sibling's
 * @param {boolean} testing whether a test or example imports it
 */
function siblingRule(own, name, testing) {
  if (own === '' || (name === own && testing)) return undefined;
  if (name === own) return 'a package imports its own files by path, not through its built self';
  if (testing && (name === testServer || name === core)) return undefined;
  if (own === top) return undefined;
  if (name === top) return `nothing imports ${scope}${top}, which stands on top of all others`;
  if (own === 'local') return `${scope}local imports none of the other packages`;
  return name === core ? undefined : `packages import ${scope}core and never each other`;
}

/**
 * Judges one import by the packages it leads between.
 * @param {string} path
 * @param {string} specifier
 * @param {Exports} exported
 * @returns {string | undefined}
 */
export function packageRule(path, specifier, exported) {
  if (specifier.startsWith('.')) return relativeRule(path, specifier);
  if (/\/(dist(-\w+)?|src)(\/|$)/.test(specifier))
    return "a package's dist/ and src/ are its own: import what its exports name";
  if (!specifier.startsWith(scope)) return undefined;
  const [name = '', ...rest] = specifier.slice(scope.length).split('/');
  const subpath = ['.', ...rest].join('/');
  if (!exported[name]?.includes(subpath)) return `import only what exists: ${scope}${name} does not export ${subpath}`;
  const own = path.startsWith('packages/') ? (path.split('/')[1] ?? '') : '';
  return siblingRule(own, name, isTest(path));
}
