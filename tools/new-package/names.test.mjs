import { expect, test } from 'vitest';
import { camelOf, kebabOf, lowerFirst, pascalOf, pluralOf, singularOf, withArticle } from './names.mjs';

test.each([
  ['queue', 'queue', 'Queue'],
  ['db-instance', 'dbInstance', 'DbInstance'],
  ['s3', 's3', 'S3'],
])('%s is %s in code, and %s as a class', (kebab, camel, pascal) => {
  expect([camelOf(kebab), pascalOf(camel), kebabOf(camel)]).toEqual([camel, pascal, kebab]);
});

test.each([
  ['DBInstances', 'dbInstances'],
  ['Queues', 'queues'],
  ['VPCs', 'vpCs'],
  ['URL', 'url'],
])('%s as a method is %s', (name, method) => {
  expect(lowerFirst(name)).toBe(method);
});

test.each([
  ['queue', 'queues'],
  ['policy', 'policies'],
  ['key', 'keys'],
  ['address', 'addresses'],
  ['box', 'boxes'],
  ['database', 'databases'],
  ['branch', 'branches'],
])('one %s, two %s', (one, two) => {
  expect([pluralOf(one), singularOf(two)]).toEqual([two, one]);
});

test('what is no plural has no singular', () => {
  expect(['AccountAuthorization', 'Access', 'data'].map(singularOf)).toEqual([undefined, undefined, undefined]);
});

test('words have their article', () => {
  expect(['item', 'queue', 'Address', 'user'].map(withArticle)).toEqual(['an item', 'a queue', 'an Address', 'a user']);
});
