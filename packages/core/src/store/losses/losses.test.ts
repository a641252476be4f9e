import { expect, test } from 'vitest';
import { bucketFacts, containerFacts } from '../testing/stores.js';
import { lossesBetween } from './losses.js';
import { acceptLosses, isLossesError } from './losses-error.js';

test('a copy loses what the one store keeps and the other does not', () => {
  const names = (losses: ReturnType<typeof lossesBetween>) => losses.map(({ what }) => what);
  expect(names(lossesBetween(bucketFacts, containerFacts))).toEqual(['acl', 'storageClass', 'metadataUnderscore']);
  expect(names(lossesBetween(containerFacts, bucketFacts))).toEqual(['expiry']);
  expect(lossesBetween(bucketFacts, bucketFacts)).toEqual([]);
});

test('nothing runs while a loss is not accepted, and the error says what to give', () => {
  const losses = lossesBetween(bucketFacts, containerFacts);
  acceptLosses(losses, ['acl', 'storageClass', 'metadataUnderscore']);
  acceptLosses([], undefined);
  const refuse = () => acceptLosses(losses, ['acl']);
  expect(refuse).toThrow(expect.toSatisfy(isLossesError));
  expect(refuse).toThrow(
    "the copy would lose what it was not allowed to: Container has no storage classes of single objects; Container makes an underscore in the name of metadata a hyphen; to go on without, give accept: ['storageClass', 'metadataUnderscore']",
  );
});
