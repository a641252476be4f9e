import { expect, test } from 'vitest';
import { wrongArrows } from './judge.mjs';

const exported = { core: ['.', './decode'], ec2: ['.'], local: ['.'], cli: ['.'] };
const judge = (/** @type {string} */ path, /** @type {string} */ specifier) =>
  wrongArrows([{ path, text: `import '${specifier}';` }], exported);

test.each([
  ['core/src/fanout/a.ts', '@smithy/types', 'fanout/ knows nothing of AWS'],
  ['core/src/fanout/a.ts', '@aws-sdk/core/client', 'fanout/ knows nothing of AWS'],
  ['core/src/fanout/a.ts', '../regions/a.js', 'fanout/ knows nothing of AWS'],
  ['core/src/fanout/a.ts', '../sdk/a.js', 'nothing imports sdk/ but index.ts'],
  ['core/src/fanout/deep/a.ts', '../../sdk/a.js', 'nothing imports sdk/ but index.ts'],
  ['core/src/regions/a.ts', '../sdk/a.js', 'nothing imports sdk/ but index.ts'],
  ['core/src/regions/a.ts', '../fanout/a.js', 'regions/ imports only targets/ and errors/'],
  ['core/src/regions/a.ts', '@smithy/types', 'regions/ imports only targets/ and errors/'],
  ['core/src/targets/a.ts', '@smithy/types', 'targets/ imports nothing of AWS'],
  ['core/src/targets/a.ts', '../fanout/a.js', 'targets/ imports nothing of AWS'],
  ['core/src/errors/a.ts', '@aws-sdk/core', 'errors/ imports nothing of AWS'],
  ['core/src/errors/a.ts', '../fanout/a.js', 'errors/ imports nothing of AWS'],
  ['core/src/new-folder/a.ts', './b.js', 'every folder of core has its arrows'],
  ['core/src/sdk/a.ts', '../testing/a.js', 'src/testing/ is for tests'],
  ['core/src/sdk/a.ts', '@aws-sdk/core/dist-cjs/index.js', "a package's dist/ and src/ are its own"],
  ['core/src/sdk/a.ts', '@proj/core', 'a package imports its own files by path'],
  ['core/src/sdk/a.ts', '@proj/ec2', 'packages import @proj/core and never each other'],
  ['ec2/src/a.ts', '@proj/local', 'packages import @proj/core and never each other'],
  ['ec2/src/a.test.ts', '@proj/sqs', 'does not export'],
  ['ec2/src/a.ts', '@proj/core/dist/index.js', "a package's dist/ and src/ are its own"],
  ['ec2/src/a.ts', '@proj/core/sdk', '@proj/core does not export ./sdk'],
  ['ec2/src/a.ts', '../../core/src/index.js', 'what lies outside a package is imported by its package name'],
  ['ec2/src/a.test.ts', '../../local/src/index.js', 'what lies outside a package is imported by its package name'],
  ['ec2/src/a.ts', '@proj/cli', 'nothing imports @proj/cli'],
  ['cli/src/a.ts', '@proj/cli', 'a package imports its own files by path'],
  ['local/src/a.ts', '@proj/core', '@proj/local imports none of the other packages'],
  ['local/src/a.ts', '../../../tools/run.mjs', 'what lies outside a package is imported by its package name'],
])('packages/%s may not import %s', (path, specifier, rule) => {
  const [sentence, ...more] = judge(`packages/${path}`, specifier);
  expect(sentence).toContain(`packages/${path}:1 imports '${specifier}', but `);
  expect(sentence).toContain(rule);
  expect(more).toEqual([]);
});

test('tools import packages by name too, but for what a benchmark measures', () => {
  expect(judge('tools/start/a.mjs', '../../packages/core/dist/index.js')).toHaveLength(1);
  expect(judge('tools/bench/a.mjs', '../../packages/core/src/index.ts')).toHaveLength(1);
  expect(judge('tools/bench/a.mjs', '../../packages/core/dist/fanout/run-all.js')).toEqual([]);
});

test.each([
  ['core/src/index.ts', './sdk/service-set.js'],
  ['core/src/sdk/a.ts', '../fanout/a.js'],
  ['core/src/sdk/a.ts', '../regions/a.js'],
  ['core/src/sdk/a.ts', '@smithy/types'],
  ['core/src/fanout/a.ts', './b.js'],
  ['core/src/fanout/a.ts', '../targets/a.js'],
  ['core/src/fanout/a.ts', '../errors/a.js'],
  ['core/src/fanout/a.ts', 'node:events'],
  ['core/src/fanout/a.test.ts', '../sdk/a.js'],
  ['core/src/regions/a.ts', '../targets/a.js'],
  ['ec2/src/a.ts', '@proj/core'],
  ['cli/src/a.ts', '@proj/local'],
  ['cli/src/a.ts', '@proj/ec2'],
  ['ec2/src/a.ts', '@proj/core/decode'],
  ['ec2/src/a.ts', '@aws-sdk/client-ec2'],
  ['ec2/src/a.test.ts', '@proj/local'],
  ['ec2/examples/a.ts', '@proj/ec2'],
])('packages/%s may import %s', (path, specifier) => {
  expect(judge(`packages/${path}`, specifier)).toEqual([]);
});
