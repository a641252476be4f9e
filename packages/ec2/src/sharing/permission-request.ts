import type { OperationType } from '@aws-sdk/client-ec2';
import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { Ec2RuleError } from '../errors/ec2-rule-error.js';
import { checkAccountId } from './account-id.js';
import type { PermissionChanges } from './permissions.js';

/** What a call is about to change. */
export interface SharedThing {
  /** For errors: the method and on what, such as `share() of snap-1 in eu-west-1`. */
  readonly call: string;
  readonly encrypted: boolean;
}

/** The part of a request that says what changes: the flat form, which every implementation of EC2 understands. */
export interface PermissionRequest {
  readonly OperationType: OperationType;
  readonly UserIds?: string[];
  readonly GroupNames?: string[];
}

const mostChanges = 500;

/**
 * The request for these changes. Whoever is named twice is sent once.
 *
 * @throws Ec2RuleError where it goes against a rule of AWS; OptionError for what are no changes at all
 */
export function permissionRequest(
  operation: OperationType,
  changes: PermissionChanges,
  thing: SharedThing,
): PermissionRequest {
  const { userIds, groups } = checkedChanges(changes, thing.call);
  checkCount(userIds.length + groups.length, thing.call);
  if (operation === 'add' && thing.encrypted && groups.includes('all')) {
    throw new Ec2RuleError('encryptedNotPublic', `${thing.call}: it is encrypted`);
  }
  return {
    OperationType: operation,
    ...(userIds.length > 0 ? { UserIds: userIds } : {}),
    ...(groups.length > 0 ? { GroupNames: groups } : {}),
  };
}

function checkedChanges(changes: PermissionChanges, call: string): { userIds: string[]; groups: string[] } {
  checkSeparate(changes, call);
  checkNames(call, changes, ['userIds', 'groups']);
  const userIds = once(call, 'userIds', changes.userIds);
  const groups = once(call, 'groups', changes.groups);
  for (const id of userIds) checkAccountId(call, id);
  for (const group of groups) {
    if (group !== 'all') throw new Ec2RuleError('group', `${call}: there is no group ${JSON.stringify(group)}`);
  }
  return { userIds, groups };
}

/** The service has a form that names both in one request, and refuses it. */
function checkSeparate(changes: unknown, call: string): void {
  const names = typeof changes === 'object' && changes !== null ? Object.keys(changes) : [];
  if (names.some((name) => /^(add|remove)$/i.test(name))) {
    throw new Ec2RuleError('separateCalls', `${call}: changes are { userIds, groups }, not ${names.join(' and ')}`);
  }
}

function checkCount(count: number, call: string): void {
  if (count === 0) throw new Ec2RuleError('someChange', `${call}: no account and no group is named`);
  if (count > mostChanges) {
    throw new Ec2RuleError('changesPerCall', `${call}: there are ${count} changes: make several calls`);
  }
}

function once(call: string, name: string, list: readonly string[] | undefined): string[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw new OptionError(`${call}: ${name} is a list`);
  return [...new Set(list)];
}
