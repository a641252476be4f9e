import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../process/root.mjs';
import { filesBelow } from '../setup/fingerprint.mjs';
import { tryCommand } from './command/try-command.mjs';
import { node, tool } from './commands.mjs';
import { makeProject, npmInstall, resolved } from './consumer.mjs';
import { wrongFiles } from './contents.mjs';
import { loadBothWays } from './load.mjs';
import { firstExample, firstInstall } from './readme.mjs';

/** @typedef {import('./pack.mjs').Packed} Packed */

/**
 * A package in the version that this repository is tested with.
 * @param {string} name
 */
function tested(name) {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = devDependencies[name];
  if (version === undefined)
    throw new Error(`a README says to install ${name}: add it to devDependencies, with a version`);
  return `${name}@${version}`;
}

/**
 * What the README's example needs beside the package: all that the README says to install, and Node's types.
 * @param {string} readme
 * @param {readonly Packed[]} all
 */
function besides(readme, all) {
  const own = all.map(({ name }) => name);
  return [...firstInstall(readme).filter((name) => !own.includes(name)), '@types/node'].map(tested);
}

/** @param {string} folder */
function megabytes(folder) {
  const bytes = filesBelow(folder).reduce((sum, path) => sum + readFileSync(path).length, 0);
  return (bytes / 1e6).toFixed(1);
}

/** @param {Packed} packed */
function readmeOf({ folder }) {
  const readme = join(folder, 'README.md');
  return existsSync(readme) ? readFileSync(readme, 'utf8') : '';
}

/**
 * A package as a stranger meets it: its tarball, installed alone in an empty project, its README's first example
 * checked and run. Each step stands on the one before, and all that can be tried is tried.
 * @param {Packed} packed
 * @param {{ all: readonly Packed[], project: string, report: import('../report/report.mjs').Report, env: NodeJS.ProcessEnv, print: (line: string) => void }} context
 */
export async function tryPackage(packed, { all, project, report, env, print }) {
  const { name, tarball, files, manifest } = packed;
  const check = (/** @type {string} */ what, /** @type {() => unknown} */ work) =>
    report.check(`${name}: ${what}`, work);
  const needed = Object.keys(/** @type {object} */ (manifest['dependencies'] ?? {}));
  const siblings = all.filter((other) => needed.includes(other.name)).map((other) => other.tarball);
  const readme = readmeOf(packed);
  const example = firstExample(readme);

  print(`${name} ${packed.version}: ${files.length} files, ${(packed.size / 1000).toFixed(1)} kB packed`);
  makeProject(project, example ?? '');
  await check('has the files that a user needs, and no others', () => {
    const wrong = wrongFiles(files);
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  });
  await check('publint', () => tool('publint', [tarball, '--strict'], project));
  await check('attw', () =>
    tool('attw', [tarball, '--profile', 'esm-only', '--no-definitely-typed', '--no-color'], project),
  );

  if (!(await check('installs alone', () => npmInstall(project, [tarball, ...siblings])))) return;
  const tree = resolved(project);
  print(
    `${name}: an install resolves to ${tree.length} packages, ${megabytes(join(project, 'node_modules'))} MB: ${tree.join(', ')}`,
  );
  await check('loads by import and by require()', () =>
    loadBothWays(project, name, Object.keys(/** @type {object} */ (manifest['exports'])), env),
  );
  if (example === undefined) return report.fail(`${name}: has an example`, 'its README.md has no ```ts or ```js block');
  const checked = await check("its README's first example type-checks, our declarations with it", async () => {
    await npmInstall(project, ['--save-dev', ...besides(readme, all)]);
    await tool('tsc', ['-p', '.'], project);
  });
  if (!checked) return;
  await check("its README's first example runs", () => node(['out/example.js'], { cwd: project, env }));
  if (manifest['bin'] !== undefined)
    await tryCommand((what, work) => check(`serviceset ${what}`, work), { project, env, print });
}
