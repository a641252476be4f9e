import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyableTags, tagSpecifications } from './tag-specifications.js';
import { type Tags, tagsOf } from './tags.js';

const key = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'Name'),
  fc.string({ minLength: 1, maxLength: 64 }).filter((text) => !/^aws:/i.test(text)),
);
const tagList = fc.uniqueArray(fc.record({ Key: key, Value: fc.string({ maxLength: 64 }) }), {
  selector: ({ Key }) => Key,
  maxLength: 50,
});
const byKey = (list: readonly { Key?: string | undefined }[]) =>
  [...list].sort((a, b) => (String(a.Key) < String(b.Key) ? -1 : 1));

test('tags that were read are the tags that are sent', () => {
  fc.assert(
    fc.property(tagList, (list) => {
      const [specification] = tagSpecifications('test', 'volume', tagsOf(list)) ?? [];
      expect(byKey(specification?.Tags ?? [])).toEqual(byKey(list));
      expect(copyableTags(tagsOf(list))).toEqual({ ...tagsOf(list) });
    }),
  );
});

test('a tag without a value has an empty one, and one without a key is none', () => {
  expect({ ...tagsOf([{ Key: 'Done' }, { Value: 'x' }]) }).toEqual({ Done: '' });
  expect({ ...tagsOf(undefined) }).toEqual({});
});

const many = (count: number): Tags =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, '']));

test.each<[string, Tags, string]>([
  ['51 tags', many(51), 'tagCount'],
  ['a key of 129 characters', { ['k'.repeat(129)]: '' }, 'tagLength'],
  ['an empty key', { '': '' }, 'tagLength'],
  ['a value of 257 characters', { Name: 'v'.repeat(257) }, 'tagLength'],
  ["a key of AWS's", { 'aws:x': '' }, 'tagPrefix'],
  ["a key of AWS's in capitals", { 'AWS:x': '' }, 'tagPrefix'],
])('%s is refused', (_, tags, rule) => {
  expect(() => tagSpecifications('test', 'volume', tags)).toThrow(expect.objectContaining({ rule }));
});

test('as much as AWS takes passes, counted in characters', () => {
  expect(tagSpecifications('test', 'volume', many(50))?.[0]?.Tags).toHaveLength(50);
  const longest = { ['🙂'.repeat(128)]: '🙂'.repeat(256) };
  expect(tagSpecifications('test', 'volume', longest)?.[0]?.Tags).toHaveLength(1);
});

test('a value that is no text is refused', () => {
  const tags = { Count: 3 } as object as Tags;
  expect(() => tagSpecifications('test', 'volume', tags)).toThrow("the value of the tag 'Count' is no text");
});
