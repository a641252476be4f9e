import type { OperationType, PermissionGroup } from '@aws-sdk/client-ec2';
import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { Ec2RuleError } from '../errors/ec2-rule-error.js';
import { checkAccountId } from './account-id.js';
import { checkOrganizationArn } from './organization-arn.js';
import type { LaunchPermissionChanges } from './permissions.js';
import type { SharingRules } from './sharing-rules.js';

/** Changes that AWS will take: each of them once. */
export interface CheckedChanges {
  readonly userIds: string[];
  readonly groups: PermissionGroup[];
  readonly organizationArns: string[];
  readonly organizationalUnitArns: string[];
}

/** What is about to be changed. */
export interface ChangedThing {
  /** For errors: the method and on what, such as `share() of snap-1 in eu-west-1`. */
  readonly call: string;
  readonly rules: SharingRules;
}

const organizational = ['organizationArns', 'organizationalUnitArns'];

/**
 * The changes, checked. Whoever is named twice is there once.
 *
 * @throws Ec2RuleError where they go against a rule of AWS; OptionError for what are no changes at all
 */
export function checkedChanges(
  operation: OperationType,
  changes: LaunchPermissionChanges,
  { call, rules }: ChangedThing,
): CheckedChanges {
  checkSeparate(changes, call, rules);
  checkNames(call, changes, ['userIds', 'groups', ...(rules.organizations ? organizational : [])]);
  const checked = {
    userIds: once(call, 'userIds', changes.userIds),
    groups: once(call, 'groups', changes.groups),
    organizationArns: once(call, 'organizationArns', changes.organizationArns),
    organizationalUnitArns: once(call, 'organizationalUnitArns', changes.organizationalUnitArns),
  };
  checkGrantees(checked, call, rules);
  checkCount(Object.values(checked).flat().length, call, rules);
  const { notPublic } = rules;
  if (operation === 'add' && notPublic && checked.groups.includes('all')) {
    throw new Ec2RuleError(notPublic.rule, `${call}: ${notPublic.because}`, notPublic.source);
  }
  return checked;
}

/** The service has a form that names both in one request, and refuses it. */
function checkSeparate(changes: unknown, call: string, { page }: SharingRules): void {
  const names = typeof changes === 'object' && changes !== null ? Object.keys(changes) : [];
  if (!names.some((name) => /^(add|remove)$/i.test(name))) return;
  throw new Ec2RuleError('separateCalls', `${call}: changes are { userIds, groups }, not ${names.join(' and ')}`, page);
}

function checkGrantees(checked: CheckedChanges, call: string, { permissionPage }: SharingRules): void {
  for (const id of checked.userIds) checkAccountId(call, id);
  for (const group of checked.groups) {
    if (group === 'all') continue;
    throw new Ec2RuleError('group', `${call}: there is no group ${JSON.stringify(group)}`, permissionPage);
  }
  for (const arn of checked.organizationArns) checkOrganizationArn(call, 'organizationArn', arn);
  for (const arn of checked.organizationalUnitArns) checkOrganizationArn(call, 'organizationalUnitArn', arn);
}

function checkCount(count: number, call: string, { mostChanges, page }: SharingRules): void {
  if (count === 0) throw new Ec2RuleError('someChange', `${call}: nobody is named`, page);
  if (mostChanges === undefined || count <= mostChanges) return;
  throw new Ec2RuleError('changesPerCall', `${call}: there are ${count} changes: make several calls`, page);
}

function once<T>(call: string, name: string, list: readonly T[] | undefined): T[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw new OptionError(`${call}: ${name} is a list`);
  return [...new Set(list)];
}
