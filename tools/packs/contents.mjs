const always = ['package.json', 'README.md', 'LICENSE'];

/** Whatever else may be in a package. */
const allowed = /^(CHANGELOG\.md|dist\/.+\.(js|d\.ts)(\.map)?)$/;

/** Built for tests. */
const tests = /\.test(-d)?\.|(^|\/)testing\//;

/**
 * What is wrong with the files of a tarball, one sentence each.
 * @param {readonly string[]} files
 */
export function wrongFiles(files) {
  const strange = files.filter((path) => !always.includes(path) && (!allowed.test(path) || tests.test(path)));
  const missing = always.filter((path) => !files.includes(path));
  const untyped = files.filter((path) => path.endsWith('.js') && !files.includes(path.replace(/\.js$/, '.d.ts')));
  return [
    ...missing.map((path) => `the tarball has no ${path}`),
    ...strange.map((path) => `the tarball has ${path}, which no user needs`),
    ...untyped.map((path) => `the tarball has ${path} without its declarations`),
    ...(files.includes('dist/index.js') ? [] : ['the tarball has no dist/index.js']),
  ];
}
