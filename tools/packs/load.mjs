import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node } from './commands.mjs';

/** Loads the module both ways, in CommonJS; both must give the same names, and some. */
const both = `
const [, , name] = process.argv;
const required = Object.keys(require(name)).filter((key) => key !== '__esModule' && key !== 'module.exports').sort();
import(name).then((module) => {
  const imported = Object.keys(module).filter((key) => key !== 'module.exports').sort();
  if (imported.length === 0) throw new Error(name + ' exports nothing');
  if (imported.join() !== required.join()) throw new Error(\`import gives \${imported}, require gives \${required}\`);
});
`;

/**
 * Loads a package's every entry by `import` and by `require()`.
 * @param {string} folder of the project it is installed in
 * @param {string} name
 * @param {readonly string[]} entries keys of its `exports`
 * @param {NodeJS.ProcessEnv} env
 */
export async function loadBothWays(folder, name, entries, env) {
  writeFileSync(join(folder, 'both.cjs'), both);
  for (const entry of entries.filter((key) => key !== './package.json')) {
    await node(['both.cjs', name + entry.slice(1)], { cwd: folder, env });
  }
}
