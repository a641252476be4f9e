import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {readonly [file: string, ...args: string[]]} Step one Node program and its arguments */

const bin = {
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  tsc: 'typescript/bin/tsc',
};

/**
 * What each of package.json's commands runs, one after the other.
 * @param {string} root
 * @returns {Record<string, (args: string[]) => readonly Step[]>}
 */
export function commands(root) {
  const tool = (/** @type {keyof typeof bin} */ name) => join(root, 'node_modules', bin[name]);
  const own = (/** @type {string} */ path) => join(root, 'tools', path);
  /** @param {string} project @returns {Step} */
  const check = (project) => [tool('tsc'), '-p', join(root, project)];
  return {
    start: (args) => [[own('start/main.mjs'), ...args]],
    test: (args) => [[own('test/main.mjs'), ...args]],
    build: () => [],
    typecheck: () => [[own('typecheck/main.mjs')], check('tsconfig.test.json'), check('tools/tsconfig.json')],
    lint: (args) => [[tool('biome'), 'check', ...args], check('tools/tsconfig.json'), ...regionTable(own)],
    packs: (args) => [[own('packs/main.mjs'), ...args]],
    interop: (args) => [[own('interop/main.mjs'), ...args]],
    bench: (args) => [[own('bench/main.mjs'), ...args]],
    // A hint would have us take away the pattern that excuses the pins of clients which only packages use.
    unused: (args) => [[tool('knip'), '--no-config-hints', ...args]],
    changesets: () => [[own('changesets/main.mjs')]],
    fresh: () => [[own('fresh/main.mjs')]],
    'new-package': (args) => [[own('new-package/main.mjs'), ...args]],
    'try-new-package': () => [[own('try-new-package/main.mjs')]],
    readme: () => [[own('readme/main.mjs')]],
  };
}

/** What is said when all went well, by the commands whose programs then say nothing. @type {Readonly<Record<string, string>>} */
export const onSuccess = {
  typecheck: 'The types of packages, tests and tools hold.',
  unused: 'Every dependency, file and export is used.',
};

/**
 * The vendored region table against its source, where there is one.
 * @param {(path: string) => string} own
 * @returns {readonly Step[]}
 */
function regionTable(own) {
  return existsSync(own('region-table.mjs')) ? [[own('region-table.mjs'), '--check']] : [];
}
