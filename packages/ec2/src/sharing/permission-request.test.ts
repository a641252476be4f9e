import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEc2Error } from '../errors/ec2-error.js';
import { type Ec2RuleError, isEc2RuleError } from '../errors/ec2-rule-error.js';
import { permissionRequest } from './permission-request.js';
import type { PermissionChanges } from './permissions.js';

const thing = { call: 'share(changes) of snap-1 in eu-west-1', encrypted: false };
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index).padStart(12, '0'));

function refused(changes: unknown, encrypted = false): Ec2RuleError {
  try {
    permissionRequest('add', changes as PermissionChanges, { ...thing, encrypted });
  } catch (error) {
    if (isEc2RuleError(error)) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

test.each<[object, string, string, boolean?]>([
  [{ groups: ['all'] }, 'encryptedNotPublic', 'an encrypted snapshot cannot be public', true],
  [{ userIds: ['96306829013'] }, 'accountId', '"96306829013" is no account id'],
  [{ userIds: ['self'] }, 'accountId', 'a text of 12 digits'],
  [{ userIds: [' 963068290131'] }, 'accountId', '" 963068290131"'],
  [{ userIds: ['963068290131\n'] }, 'accountId', 'is no account id'],
  [{ userIds: ['٩٦٣٠٦٨٢٩٠١٣١'] }, 'accountId', 'is no account id'],
  [{ userIds: ['9630-6829-0131'] }, 'accountId', 'is no account id'],
  [{ userIds: [963068290131] }, 'accountId', 'is of type number, which loses the zeros'],
  [{ userIds: [null] }, 'accountId', 'is of type object'],
  [{ groups: ['everyone'] }, 'group', 'there is no group "everyone"'],
  [{}, 'someChange', 'no account and no group is named'],
  [{ userIds: [], groups: [] }, 'someChange', 'names at least one'],
  [{ add: [], remove: [] }, 'separateCalls', 'add and remove are separate calls: share() and unshare()'],
  [{ Add: [{ UserId: '963068290131' }] }, 'separateCalls', 'not Add'],
])('%j is refused by its rule', (changes, rule, words, encrypted = false) => {
  const error = refused(changes, encrypted);
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
  [null, 'options are an object'],
])('%j are no changes', (changes, words) => {
  const attempt = () => permissionRequest('add', changes as PermissionChanges, thing);
  expect(attempt).toThrow(expect.objectContaining({ name: 'OptionError', message: expect.stringContaining(words) }));
});

test('what is encrypted may be shared by name, and be taken back from everybody', () => {
  const encrypted = { ...thing, encrypted: true };
  const [one] = ids(1);
  expect(permissionRequest('add', { userIds: [one ?? ''] }, encrypted)).toEqual({
    OperationType: 'add',
    UserIds: ['000000000000'],
  });
  expect(permissionRequest('remove', { groups: ['all'] }, encrypted)).toEqual({
    OperationType: 'remove',
    GroupNames: ['all'],
  });
});

const accounts = fc.array(fc.stringMatching(/^[0-9]{12}$/), { maxLength: 40 });

test('up to 500 changes pass, each sent once, in their order', () => {
  fc.assert(
    fc.property(accounts, fc.boolean(), fc.constantFrom('add', 'remove'), (userIds, everybody, operation) => {
      fc.pre(userIds.length > 0 || everybody);
      const request = permissionRequest(operation, { userIds, groups: everybody ? ['all', 'all'] : [] }, thing);
      expect(request.OperationType).toBe(operation);
      expect(request.UserIds ?? []).toEqual([...new Set(userIds)]);
      expect(request.GroupNames).toEqual(everybody ? ['all'] : undefined);
    }),
  );
  expect(permissionRequest('add', { userIds: [...ids(500), ...ids(500)] }, thing).UserIds).toHaveLength(500);
});

test('any text but 12 digits is no account id', () => {
  const text = fc.string().filter((given) => !/^[0-9]{12}$/.test(given));
  fc.assert(
    fc.property(text, (id) => {
      expect(refused({ userIds: [id] }).rule).toBe('accountId');
    }),
  );
});
