import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Target, targetOf } from './target.js';

const part = fc.string({ maxLength: 6 });
const coordinates: fc.Arbitrary<Target> = fc.record(
  { service: part, region: part, partition: part, account: part },
  { requiredKeys: ['service', 'region'] },
);

function same(a: Target, b: Target): boolean {
  return a.service === b.service && a.region === b.region && a.partition === b.partition && a.account === b.account;
}

test('equal coordinates give the same object, in whatever order they are written', () => {
  fc.assert(
    fc.property(coordinates, (given) => {
      const turned = Object.fromEntries(Object.entries(given).reverse()) as unknown as Target;
      expect(targetOf(turned)).toBe(targetOf(given));
    }),
  );
});

test('different coordinates give different objects', () => {
  fc.assert(
    fc.property(coordinates, coordinates, (a, b) => {
      expect(targetOf(a) === targetOf(b)).toBe(same(a, b));
    }),
  );
});

test('a target has the coordinates that were given and no others, and is frozen', () => {
  fc.assert(
    fc.property(coordinates, (given) => {
      expect({ ...targetOf(given) }).toStrictEqual({ ...given });
      expect(Object.isFrozen(targetOf(given))).toBe(true);
    }),
  );
});

test('a target is not the object that was given, and a later change to that does not reach it', () => {
  const given = { service: 'ec2', region: 'eu-west-1' };
  const target = targetOf(given);
  given.region = 'us-east-1';
  expect(target.region).toBe('eu-west-1');
});

test('an undefined member is an absent one', () => {
  const target = targetOf({ service: 'ec2', region: 'eu-west-2', partition: undefined, account: undefined });
  expect(target).toBe(targetOf({ service: 'ec2', region: 'eu-west-2' }));
  expect(Object.keys(target)).toEqual(['service', 'region']);
});

test.each([
  [
    { service: 'a', region: 'b","c' },
    { service: 'a","b', region: 'c' },
  ],
  [
    { service: 'a', region: 'b', partition: 'c' },
    { service: 'a', region: 'b', account: 'c' },
  ],
  [
    { service: 'a', region: 'b' },
    { service: 'a', region: 'b', account: '' },
  ],
  [
    { service: 'a', region: 'b' },
    { service: 'a', region: 'b', account: 'null' },
  ],
])('%j is not %j', (a, b) => {
  expect(targetOf(a)).not.toBe(targetOf(b));
});
