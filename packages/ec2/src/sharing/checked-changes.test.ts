import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEc2Error } from '../errors/ec2-error.js';
import { type Ec2RuleError, isEc2RuleError } from '../errors/ec2-rule-error.js';
import { checkedChanges } from './checked-changes.js';
import type { LaunchPermissionChanges } from './permissions.js';
import type { SharingRules } from './sharing-rules.js';

const page = 'https://docs.aws.amazon.com/page';
const rules: SharingRules = { page, permissionPage: `${page}/permission`, mostChanges: 500, organizations: false };
const thing = { call: 'share(changes) of snap-1 in eu-west-1', rules };
const encrypted: SharingRules = {
  ...rules,
  notPublic: { rule: 'encryptedNotPublic', because: 'it is encrypted', source: page },
};
const image: SharingRules = { page, permissionPage: page, organizations: true };
const organization = 'arn:aws:organizations::123456789012:organization/o-123example';
const unit = 'arn:aws:organizations::123456789012:ou/o-123example/ou-1234-5example';
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index).padStart(12, '0'));

function refused(changes: unknown, rules: SharingRules = thing.rules): Ec2RuleError {
  try {
    checkedChanges('add', changes as LaunchPermissionChanges, { ...thing, rules });
  } catch (error) {
    if (isEc2RuleError(error)) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

test.each<[object, string, string, SharingRules?]>([
  [{ groups: ['all'] }, 'encryptedNotPublic', 'an encrypted snapshot cannot be public', encrypted],
  [{ userIds: ['96306829013'] }, 'accountId', '"96306829013" is no account id'],
  [{ userIds: ['self'] }, 'accountId', 'a text of 12 digits'],
  [{ userIds: [' 963068290131'] }, 'accountId', '" 963068290131"'],
  [{ userIds: ['963068290131\n'] }, 'accountId', 'is no account id'],
  [{ userIds: ['٩٦٣٠٦٨٢٩٠١٣١'] }, 'accountId', 'is no account id'],
  [{ userIds: ['9630-6829-0131'] }, 'accountId', 'is no account id'],
  [{ userIds: [963068290131] }, 'accountId', 'is of type number, which loses the zeros'],
  [{ userIds: [null] }, 'accountId', 'is of type object'],
  [{ groups: ['everyone'] }, 'group', 'there is no group "everyone"'],
  [{}, 'someChange', 'nobody is named'],
  [{ userIds: [], groups: [] }, 'someChange', 'names at least one'],
  [{ add: [], remove: [] }, 'separateCalls', 'add and remove are separate calls: share() and unshare()'],
  [{ Add: [{ UserId: '963068290131' }] }, 'separateCalls', 'not Add'],
  [{ organizationArns: ['o-123example'] }, 'organizationArn', '"o-123example" is none', image],
  [{ organizationArns: [unit] }, 'organizationArn', 'is none', image],
  [{ organizationalUnitArns: [organization] }, 'organizationalUnitArn', 'ou/o-…/ou-…', image],
  [{ organizationalUnitArns: [7] }, 'organizationalUnitArn', '7 is none', image],
])('%j is refused by its rule', (changes, rule, words, rules) => {
  const error = refused(changes, rules);
  expect(error.rule).toBe(rule);
  expect(error.message).toContain(words);
  expect(error.message).toContain(thing.call);
  expect(error.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  expect(isEc2Error(error)).toBe(true);
});

test('more than 500 changes are refused, accounts and groups counted together', () => {
  for (const changes of [{ userIds: ids(501) }, { userIds: ids(500), groups: ['all'] }]) {
    const error = refused(changes);
    expect(error.rule).toBe('changesPerCall');
    expect(error.message).toContain('there are 501 changes: make several calls');
    expect(error.message).toContain('at most 500 changes a call');
  }
});

test.each<[object | null, string]>([
  [{ userIds: '963068290131' }, 'userIds is a list'],
  [{ users: ['963068290131'] }, "'users' is not an option"],
  [{ organizationArns: [organization] }, "'organizationArns' is not an option"],
  [null, 'options are an object'],
])('%j are no changes', (changes, words) => {
  const attempt = () => checkedChanges('add', changes as LaunchPermissionChanges, thing);
  expect(attempt).toThrow(expect.objectContaining({ name: 'OptionError', message: expect.stringContaining(words) }));
});

const nobody = { userIds: [], groups: [], organizationArns: [], organizationalUnitArns: [] };

test('what is encrypted may be shared by name, and be taken back from everybody', () => {
  const [one = ''] = ids(1);
  const secret = { ...thing, rules: encrypted };
  expect(checkedChanges('add', { userIds: [one] }, secret)).toEqual({ ...nobody, userIds: ['000000000000'] });
  expect(checkedChanges('remove', { groups: ['all'] }, secret)).toEqual({ ...nobody, groups: ['all'] });
});

test('an image may be shared with organizations and their units, and with any number', () => {
  const changes = { organizationArns: [organization, organization], organizationalUnitArns: [unit] };
  const expected = { ...nobody, organizationArns: [organization], organizationalUnitArns: [unit] };
  expect(checkedChanges('add', changes, { ...thing, rules: image })).toEqual(expected);
  expect(checkedChanges('add', { userIds: ids(1_000) }, { ...thing, rules: image }).userIds).toHaveLength(1_000);
});

const accounts = fc.array(fc.stringMatching(/^[0-9]{12}$/), { maxLength: 40 });

test('up to 500 changes pass, each sent once, in their order', () => {
  fc.assert(
    fc.property(accounts, fc.boolean(), fc.constantFrom('add', 'remove'), (userIds, everybody, operation) => {
      fc.pre(userIds.length > 0 || everybody);
      const checked = checkedChanges(operation, { userIds, groups: everybody ? ['all', 'all'] : [] }, thing);
      expect(checked).toEqual({ ...nobody, userIds: [...new Set(userIds)], groups: everybody ? ['all'] : [] });
    }),
  );
  expect(checkedChanges('add', { userIds: [...ids(500), ...ids(500)] }, thing).userIds).toHaveLength(500);
});

test('any text but 12 digits is no account id', () => {
  const text = fc.string().filter((given) => !/^[0-9]{12}$/.test(given));
  fc.assert(
    fc.property(text, (id) => {
      expect(refused({ userIds: [id] }).rule).toBe('accountId');
    }),
  );
});
