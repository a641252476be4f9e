import { expect, test } from 'vitest';
import { answer, oneBucket, remembering } from '../../testing/one-bucket.js';
import type { Lifecycle, LifecycleRule } from './lifecycle.js';

const none = 'NoSuchLifecycleConfiguration';

const rules: readonly LifecycleRule[] = [
  { id: 'all', enabled: true, transitions: [{ days: 30, storageClass: 'STANDARD_IA' }], expiration: { days: 400 } },
  { id: 'off', enabled: false, filter: { prefix: 'a/' }, abortUploadsAfter: 7 },
  { id: 'day', enabled: true, filter: { tags: { x: '1' } }, expiration: { date: new Date('2027-01-01T00:00:00Z') } },
  { id: 'two', enabled: true, filter: { prefix: 'b/', tags: { x: '1', y: '2' } }, expiration: { days: 1 } },
  { id: 'size', enabled: true, filter: { largerThan: 0 }, transitions: [{ days: 0, storageClass: 'GLACIER_IR' }] },
  { id: 'between', enabled: true, filter: { largerThan: 1, smallerThan: 9 }, expiration: { days: 1 } },
  { id: 'marks', enabled: true, filter: { prefix: 'c/' }, expiration: { deleteMarkers: true } },
  {
    id: 'old',
    enabled: true,
    noncurrentExpiration: { days: 90, keep: 3 },
    noncurrentTransitions: [{ days: 30, storageClass: 'GLACIER', keep: 1 }],
  },
];

test('is read as it was set, and nothing when there is none', async () => {
  const { bucket, lines } = remembering(none);
  expect(await bucket.lifecycle()).toBeUndefined();
  await bucket.setLifecycle({ rules });
  expect(await bucket.lifecycle()).toEqual({ rules });
  await bucket.setLifecycle(undefined);
  expect(await bucket.lifecycle()).toBeUndefined();
  expect(lines()).toEqual(['GET', 'PUT', 'GET', 'DELETE', 'GET'].map((method) => `${method} /?lifecycle`));
});

test('a filter of one condition stands alone, and of several in an And', async () => {
  const { bucket, sent } = oneBucket();
  const bodyOf = async (filter: LifecycleRule['filter']) => {
    await bucket.setLifecycle({ rules: [{ filter, expiration: { days: 1 } }] });
    return /<Filter>.*<\/Filter>/.exec(sent.at(-1)?.body ?? '')?.[0];
  };
  expect(await bodyOf(undefined)).toBe('<Filter><Prefix></Prefix></Filter>');
  expect(await bodyOf({ prefix: 'a/' })).toBe('<Filter><Prefix>a/</Prefix></Filter>');
  expect(await bodyOf({ tags: { x: '1' } })).toBe('<Filter><Tag><Key>x</Key><Value>1</Value></Tag></Filter>');
  expect(await bodyOf({ prefix: 'a/', smallerThan: 5 })).toMatch(/^<Filter><And>.*<\/And><\/Filter>$/);
});

test('small objects have a header, in both directions', async () => {
  const header = 'x-amz-transition-default-minimum-object-size';
  const { bucket, sent } = oneBucket(() =>
    answer('<LifecycleConfiguration/>', { [header]: 'varies_by_storage_class' }),
  );
  const smallObjects: NonNullable<Lifecycle['smallObjects']> = 'varies_by_storage_class';
  await bucket.setLifecycle({ rules: [{ expiration: { days: 1 } }], smallObjects });
  expect(sent[0]?.headers[header]).toBe(smallObjects);
  expect(await bucket.lifecycle()).toEqual({ rules: [], smallObjects });
});

test('a rule of before 2016 has its prefix beside its filter', async () => {
  const rule =
    '<Rule><ID>a</ID><Prefix>logs/</Prefix><Status>Enabled</Status><Expiration><Days>3</Days></Expiration></Rule>';
  const { bucket } = oneBucket(() => answer(`<LifecycleConfiguration>${rule}</LifecycleConfiguration>`));
  expect((await bucket.lifecycle())?.rules[0]?.filter).toEqual({ prefix: 'logs/' });
});

const expiration = { days: 1 };
const refused: readonly [sentence: string, rule: LifecycleRule][] = [
  ['does nothing', {}],
  ['days is 0; give a whole number from 1', { expiration: { days: 0 } }],
  ['days is 1.5', { expiration: { days: 1.5 } }],
  ['at midnight UTC', { expiration: { date: new Date('2027-01-01T01:00:00Z') } }],
  ['not moved to GLACIER', { expiration: { days: 9 }, transitions: [{ days: 9, storageClass: 'GLACIER' }] }],
  [
    'all days or all dates',
    { expiration: { days: 9 }, transitions: [{ date: new Date('2027-01-01T00:00:00Z'), storageClass: 'GLACIER' }] },
  ],
  [
    'not moved to GLACIER',
    { noncurrentExpiration: { days: 5 }, noncurrentTransitions: [{ days: 6, storageClass: 'GLACIER' }] },
  ],
  ['noncurrent days is 29', { noncurrentTransitions: [{ days: 29, storageClass: 'STANDARD_IA' }] }],
  ['from 30', { transitions: [{ days: 29, storageClass: 'ONEZONE_IA' }] }],
  ['keep is 101', { noncurrentExpiration: { days: 1, keep: 101 } }],
  ['up to 255', { id: 'x'.repeat(256), expiration }],
  ['uploads have neither tags nor a size', { filter: { tags: { a: '1' } }, abortUploadsAfter: 1 }],
  ['delete markers have neither', { filter: { largerThan: 1 }, expiration: { deleteMarkers: true } }],
  ['nothing is larger than 5 and smaller than 5', { filter: { largerThan: 5, smallerThan: 5 }, expiration }],
];

test.each(refused)('a rule is refused before a request: %s', async (sentence, rule) => {
  const { bucket, sent } = oneBucket();
  await expect(bucket.setLifecycle({ rules: [rule] })).rejects.toThrow(sentence);
  expect(sent).toEqual([]);
});

test('two rules have two ids, and there is one at least', async () => {
  const { bucket } = oneBucket();
  const twice = [
    { id: 'a', expiration },
    { id: 'a', expiration },
  ];
  await expect(bucket.setLifecycle({ rules: twice })).rejects.toThrow('"a" is given twice');
  await expect(bucket.setLifecycle({ rules: [] })).rejects.toThrow('0 given; S3 takes 1 to 1000');
});
