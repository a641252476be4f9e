import { expect, test } from 'vitest';
import { wrongFiles } from './contents.mjs';
import { firstExample, firstInstall } from './readme.mjs';

const good = ['package.json', 'README.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts', 'dist/index.js.map'];

test('a tarball with what a user needs is fine', () => {
  expect(wrongFiles([...good, 'CHANGELOG.md', 'dist/sdk/a.js', 'dist/sdk/a.d.ts'])).toEqual([]);
});

test.each([
  ['src/index.ts'],
  ['dist/.tsbuildinfo'],
  ['dist/a.test.d.ts'],
  ['dist/a.test-d.d.ts'],
  ['dist/testing/server.d.ts'],
  ['tsconfig.json'],
  ['.turbo/turbo-build.log'],
  ['dist/a.js'],
])('%s is not', (path) => {
  expect(wrongFiles([...good, path])).toEqual([expect.stringContaining(path)]);
});

test.each(['README.md', 'LICENSE', 'package.json'])('nor is a tarball without %s', (path) => {
  expect(wrongFiles(good.filter((name) => name !== path))).toEqual([`the tarball has no ${path}`]);
});

test('the first block of code counts, not one of another language', () => {
  expect(firstExample('# x\n```sh\nnpm i\n```\n\n```ts\nconst a = 1;\n```\n```ts\nconst b = 2;\n```\n')).toBe(
    'const a = 1;\n',
  );
  expect(firstExample('# x\n```js\nlet a;\n```\n```ts\nlet b;\n```\n')).toBe('let a;\n');
  expect(firstExample('# x\n```json\n{}\n```\n')).toBeUndefined();
});

test('what a README says to install is what its first npm install line names', () => {
  const readme = '```sh\nnpm install --save-dev @proj/local @aws-sdk/client-ec2\n```\n\nnpm install other\n';
  expect(firstInstall(readme)).toEqual(['@proj/local', '@aws-sdk/client-ec2']);
  expect(firstInstall('# x\n')).toEqual([]);
});
