import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SnapshotScope, scopeInput } from './snapshot-scope.js';

const account = fc.stringMatching(/^[0-9]{12}$/);
const owners = fc.uniqueArray(fc.oneof(fc.constantFrom('self', 'amazon'), account), { minLength: 1 });
const restorers = fc.uniqueArray(fc.oneof(fc.constantFrom('self', 'all'), account), { minLength: 1 });

test('whatever is asked for, something bounds the listing', () => {
  const scope = fc.record({ owners, restorableBy: restorers, public: fc.constant(true) }, { requiredKeys: [] });
  fc.assert(
    fc.property(scope, (given) => {
      const { OwnerIds, RestorableByUserIds } = scopeInput('snapshots', given, undefined);
      expect((OwnerIds ?? RestorableByUserIds ?? []).length).toBeGreaterThan(0);
      expect(OwnerIds).toEqual(given.owners ?? (given.restorableBy || given.public ? undefined : ['self']));
      expect(RestorableByUserIds?.includes('all') ?? false).toBe(
        given.public === true || given.restorableBy?.includes('all') === true,
      );
      expect(new Set(RestorableByUserIds).size).toBe(RestorableByUserIds?.length ?? 0);
    }),
  );
});

test('any other text is no owner', () => {
  const known = /^(self|amazon|[0-9]{12})$/;
  const text = fc.string({ minLength: 1 }).filter((given) => !known.test(given));
  fc.assert(
    fc.property(text, (who) => {
      const attempt = () => scopeInput('snapshots', { owners: ['self', who] }, undefined);
      expect(attempt).toThrow(expect.objectContaining({ name: 'Ec2RuleError', rule: 'owner' }));
    }),
  );
});

test.each<[object, string, string]>([
  [{ owners: [] }, 'OptionError', 'owners is empty'],
  [{ restorableBy: [] }, 'OptionError', 'restorableBy is empty'],
  [{ owners: 'self' }, 'OptionError', 'owners: give a list'],
  [{ owners: [''] }, 'OptionError', 'an empty one'],
  [{ public: 'yes' }, 'OptionError', 'public is true or false'],
  [{ public: false, restorableBy: ['all'] }, 'OptionError', "restorableBy has 'all'"],
  [{ owners: ['all'] }, 'Ec2RuleError', '"all" is neither self nor amazon nor an account id'],
  [{ restorableBy: ['amazon'] }, 'Ec2RuleError', '"amazon" is neither self nor all nor an account id'],
  [{ owners: [12345678901] }, 'Ec2RuleError', 'loses the zeros'],
])('%j is refused', (scope, name, message) => {
  const attempt = () => scopeInput('snapshots', scope as SnapshotScope, undefined);
  expect(attempt).toThrow(expect.objectContaining({ name, message: expect.stringContaining(message) }));
});
