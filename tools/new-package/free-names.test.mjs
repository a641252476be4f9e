import { expect, test } from 'vitest';
import { root } from '../process/root.mjs';
import { checkPackageName, checkResourceName } from './free-names.mjs';
import { Refusal } from './refusal.mjs';

test.each([
  ['ec2', 'There is a packages/ec2 already'],
  ['delete', "'delete' is a word of the language"],
  ['index', "'index' is a word of the language or of this repository"],
])('a package %s is refused', (name, sentence) => {
  expect(() => checkPackageName(root, name)).toThrow(Refusal);
  expect(() => checkPackageName(root, name)).toThrow(sentence);
});

test.each(['map', 'function', 'event', 'class'])('a resource %s is refused', (resource) => {
  expect(() => checkResourceName(resource)).toThrow('would hide the language');
});

test('others are free', () => {
  expect(() => checkPackageName(root, 'sample-none')).not.toThrow();
  expect(() => checkResourceName('queue')).not.toThrow();
});
