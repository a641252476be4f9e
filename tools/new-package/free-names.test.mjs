import { expect, test } from 'vitest';
import { root } from '../process/root.mjs';
import { readArguments } from './arguments.mjs';
import { checkNames, checkPackageName } from './free-names.mjs';
import { Refusal } from './refusal.mjs';
import { planOf } from './words/plan.mjs';

const owner = ['--owner', '@proj/sample-owners'];

/** @param {readonly string[]} argv */
const planFor = (argv) => planOf(root, readArguments([...argv, ...owner]));

test.each([
  ['ec2', 'There is a packages/ec2 already'],
  ['delete', "'delete' is a word of the language"],
  ['index', "'index' is a word of the language or of this repository"],
])('a package %s is refused', (name, sentence) => {
  expect(() => checkPackageName(root, name)).toThrow(Refusal);
  expect(() => checkPackageName(root, name)).toThrow(sentence);
});

test.each([
  ['container', 'container', 'would both be called container'],
  ['containers', 'container', 'would both be called containers'],
  ['shop', 'shop-error', 'would both be called ShopError'],
  ['console', 'queue', 'console would hide something else'],
  ['constructor', 'queue', 'constructor would hide something else'],
  ['shop', 'map', 'Map would hide something else'],
  ['shop', 'event', 'Event would hide something else'],
  ['shop', 'place', 'place would hide something else'],
  ['shop', 'option', 'options would hide something else'],
  ['shop', 'class', "'classes' is a word of the language"],
  ['shop', 'target', /would hide something else|is a word of the language, of every set/],
  ['shop', 'error', /would hide something else|is a word of the language/],
  ['shop', 'call', /would hide something else|of every package/],
])('a package %s with a resource %s is refused', async (name, resource, sentence) => {
  const plan = await planFor([name, '--resource', resource]);
  expect(() => checkNames(plan)).toThrow(Refusal);
  expect(() => checkNames(plan)).toThrow(sentence);
});

test('so is one over an SDK client whose resource has the same name', async () => {
  const plan = await planFor(['roles', '--client', '@aws-sdk/client-iam', '--list', 'listRoles']);
  expect(() => checkNames(plan)).toThrow("'roles' and its resource 'role' would both be called roles");
});

test.each([
  ['sample-none', ['--resource', 'queue']],
  ['glacier', ['--resource', 'container']],
  ['sample-sqs', ['--client', '@aws-sdk/client-sqs']],
  ['sample-s3', ['--client', '@aws-sdk/client-s3', '--list', 'listBuckets']],
  ['sample-iam', ['--client', '@aws-sdk/client-iam', '--list', 'listRoles']],
])('%s is free', async (name, more) => {
  expect(() => checkPackageName(root, name)).not.toThrow();
  const plan = await planFor([name, ...more]);
  expect(() => checkNames(plan)).not.toThrow();
});
