import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from '../process/capture.mjs';
import { childEnvironment } from '../process/environment.mjs';
import { npmCommand } from '../process/npm.mjs';

/** @typedef {import('./pack.mjs').Packed} Packed */

const minutes = 5;

/** A user's strict project, which checks our declarations too. */
const tsconfig = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2023'],
    module: 'nodenext',
    types: ['node'],
    strict: true,
    skipLibCheck: false,
    outDir: 'out',
  },
  files: ['example.ts'],
};

/**
 * An empty project outside the repository, as a user begins one.
 * @param {string} folder
 * @param {string} example TypeScript
 */
export function makeProject(folder, example) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  writeFileSync(join(folder, 'example.ts'), example);
}

/**
 * Installs as a user does, into a project that has nothing of ours.
 * @param {string} folder
 * @param {readonly string[]} what tarballs and `name@version`
 */
export async function npmInstall(folder, what) {
  const [npm, ...before] = npmCommand();
  const args = [...before, 'install', '--no-audit', '--no-fund', '--loglevel=error', ...what];
  const env = { ...childEnvironment(), NODE_ENV: '' };
  const { code, output, timedOut } = await capture(npm, args, { cwd: folder, env, timeout: minutes * 60_000 });
  if (timedOut) throw new Error(`npm install did not end within ${minutes} minutes`);
  if (code !== 0) throw new Error(`npm install ${what.join(' ')} failed:\n${output}`);
}

/**
 * What an install resolved to: every package below node_modules.
 * @param {string} folder
 * @returns {string[]} `name@version`
 */
export function resolved(folder) {
  const lock = JSON.parse(readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8'));
  const packages = /** @type {[string, { version: string }][]} */ (Object.entries(lock.packages));
  return packages.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`).sort();
}
