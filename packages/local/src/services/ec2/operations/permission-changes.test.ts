import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ApiError } from '../../../wire/api-error.js';
import { QueryParameters } from '../../../wire/query-parameters.js';
import { type Grantee, type GranteeKind, Grants, granteeKinds } from '../estate/grants.js';
import { applyChanges, type PermissionForm, readPermissionChanges } from './permission-changes.js';

const form: PermissionForm = {
  structure: 'LaunchPermission',
  limit: 500,
  invalid: ({ value }) => new ApiError('Invalid', value),
};
const flatNames: Readonly<Record<GranteeKind, string>> = {
  group: 'UserGroup',
  userId: 'UserId',
  organizationArn: 'OrganizationArn',
  organizationalUnitArn: 'OrganizationalUnitArn',
};

const id = fc.stringMatching(/^[a-z0-9]{10}$/);
const grantee: fc.Arbitrary<Grantee> = fc.oneof(
  fc.constant<Grantee>({ kind: 'group', value: 'all' }),
  fc.integer({ min: 0, max: 9 }).map((n): Grantee => ({ kind: 'userId', value: String(n).padStart(12, '0') })),
  id.map(
    (o): Grantee => ({ kind: 'organizationArn', value: `arn:aws:organizations::123456789012:organization/o-${o}` }),
  ),
  id.map(
    (o): Grantee => ({
      kind: 'organizationalUnitArn',
      value: `arn:aws:organizations::123456789012:ou/o-${o}/ou-abcd-${o}`,
    }),
  ),
);
const operation = fc.constantFrom<'add' | 'remove'>('add', 'remove');
const changes = fc.record({ operation, grantees: fc.array(grantee, { minLength: 1, maxLength: 8 }) });
type Changes = typeof changes extends fc.Arbitrary<infer T> ? T : never;

function flatForm({ operation, grantees }: Changes): QueryParameters {
  const form = new URLSearchParams({ OperationType: operation });
  for (const kind of granteeKinds) {
    const values = grantees.filter((one) => one.kind === kind);
    for (const [at, { value }] of values.entries()) form.set(`${flatNames[kind]}.${at + 1}`, value);
  }
  return QueryParameters.parse(String(form));
}

function nestedForm({ operation, grantees }: Changes): QueryParameters {
  const form = new URLSearchParams();
  for (const [at, { kind, value }] of grantees.entries()) {
    const name = kind === 'group' ? 'Group' : flatNames[kind];
    form.set(`LaunchPermission.${operation === 'add' ? 'Add' : 'Remove'}.${at + 1}.${name}`, value);
  }
  return QueryParameters.parse(String(form));
}

const texts = (grantees: Iterable<Grantee>) => [...grantees].map(({ kind, value }) => `${kind} ${value}`).sort();

it('reads the same changes in either form', () => {
  fc.assert(
    fc.property(changes, (given) => {
      for (const parameters of [flatForm(given), nestedForm(given)]) {
        const read = readPermissionChanges(parameters, form);
        expect([read.operation, texts(read.grantees)]).toEqual([given.operation, texts(given.grantees)]);
      }
    }),
  );
});

it('keeps what a set would keep, kind by kind', () => {
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 8 }), (history) => {
      const grants = new Grants();
      const model = new Set<string>();
      for (const { operation, grantees } of history) {
        applyChanges(grants, { operation, grantees });
        for (const text of texts(grantees)) operation === 'add' ? model.add(text) : model.delete(text);
      }
      const listed = grants.list();
      expect(texts(listed)).toEqual([...model].sort());
      expect(grants.public).toBe(model.has('group all'));
      const order = listed.map(({ kind }) => granteeKinds.indexOf(kind));
      expect(order).toEqual([...order].sort());
      grants.clear();
      expect(grants.list()).toEqual([]);
    }),
  );
});
