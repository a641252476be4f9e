import { posix } from 'node:path';
import { isTest } from '../../source/files.mjs';
import { awsModule, coreFolders } from './rules.mjs';

const source = 'packages/core/src/';

/** The folder of core's src that a path is in; empty for a file of src itself. @param {string} path */
const folderOf = (path) =>
  path.slice(source.length).includes('/') ? (path.slice(source.length).split('/')[0] ?? '') : '';

/**
 * @param {string} from the importing folder
 * @param {string} to the imported folder
 * @returns {string | undefined} the sentence of the rule that forbids it
 */
function betweenFolders(from, to) {
  if (to === 'testing') return 'src/testing/ is for tests: nothing that is published imports it';
  if (to === 'sdk' && from !== 'sdk') return 'nothing imports sdk/ but index.ts';
  const rule = coreFolders[from];
  if (rule && rule.folders !== 'all' && !rule.folders.includes(to)) return rule.because;
  return undefined;
}

/**
 * Judges one import of a file of core by the folders it leads between.
 * @param {string} path
 * @param {string} specifier
 * @returns {string | undefined}
 */
export function folderRule(path, specifier) {
  if (!path.startsWith(source) || isTest(path)) return undefined;
  const from = folderOf(path);
  if (from && !coreFolders[from])
    return `every folder of core has its arrows: give ${from}/ a rule in tools/checks/arrows/rules.mjs`;
  if (awsModule.test(specifier)) return coreFolders[from]?.aws === false ? coreFolders[from].because : undefined;
  const to = posix.join(posix.dirname(path), specifier);
  if (!specifier.startsWith('.') || !to.startsWith(source) || path === `${source}index.ts`) return undefined;
  return betweenFolders(from, folderOf(to));
}
