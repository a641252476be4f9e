/**
 * What every package's folder holds and this one does not, one sentence each.
 * @param {string} name of the folder
 * @param {readonly string[]} paths of its files, from its folder
 * @param {string} readme
 */
export function wrongContents(name, paths, readme) {
  const rules = {
    'a README.md': paths.includes('README.md'),
    'tests beside its source': paths.some((path) => /^src\/.*\.test\.ts$/.test(path)),
    'a ```ts or ```js example in its README.md': /^```(?:ts|js)$/m.test(readme),
    'a word on `types: ["node"]` in its README.md': /types.{0,20}node/.test(readme),
  };
  const missing = Object.entries(rules).filter(([, holds]) => !holds);
  return missing.map(([what]) => `packages/${name}: every package has ${what}.`);
}
