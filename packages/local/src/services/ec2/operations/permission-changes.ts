import { ApiError } from '../../../wire/api-error.js';
import type { QueryParameters } from '../../../wire/query-parameters.js';
import { checkAccountId } from './account-id.js';

/** What a call changes in a list of permissions. */
export interface PermissionChanges {
  readonly operation: 'add' | 'remove';
  readonly userIds: readonly string[];
  /** Whether the group `all` is among them. */
  readonly all: boolean;
}

const LIMIT = 500;

/**
 * Reads either form: `OperationType` with `UserId.N` and `UserGroup.N`, or `<structure>.Add.N` and `.Remove.N` with
 * `UserId` and `Group`. Throws {@link ApiError} for both at once, for adding and removing at once, and for more than 500.
 */
export function readPermissionChanges(parameters: QueryParameters, structure: string): PermissionChanges {
  const flat = readFlat(parameters);
  const nested = readNested(parameters.struct(structure));
  if (flat && nested) throw combination(`The parameter ${structure} cannot be used with the parameter OperationType`);
  const changes = flat ?? nested;
  if (!changes)
    throw new ApiError('MissingParameter', `The request must contain the parameter ${structure} or OperationType`);
  const count = changes.userIds.length + changes.groups.length;
  if (count === 0) throw combination('No user IDs or groups were specified.');
  if (count > LIMIT)
    throw new ApiError('InvalidParameterValue', `A call may make ${LIMIT} modifications; this one has ${count}.`);
  changes.userIds.forEach(checkAccountId);
  checkGroups(changes.groups);
  return { operation: changes.operation, userIds: changes.userIds, all: changes.groups.length > 0 };
}

interface RawChanges {
  readonly operation: 'add' | 'remove';
  readonly userIds: readonly string[];
  readonly groups: readonly string[];
}

function readFlat(parameters: QueryParameters): RawChanges | undefined {
  const operation = parameters.value('OperationType');
  const [userIds, groups] = [parameters.list('UserId'), parameters.list('UserGroup')];
  if (operation === undefined) {
    if (userIds.length + groups.length > 0)
      throw new ApiError('MissingParameter', 'The request must contain the parameter operationType');
    return undefined;
  }
  if (operation === 'add' || operation === 'remove') return { operation, userIds, groups };
  throw new ApiError(
    'InvalidParameterValue',
    `Value (${operation}) for parameter operationType is invalid. It must be add or remove.`,
  );
}

function readNested(changes: QueryParameters): RawChanges | undefined {
  const [add, remove] = [changes.structs('Add'), changes.structs('Remove')];
  if (add.length > 0 && remove.length > 0) throw combination('Permissions cannot be added and removed in one call.');
  if (add.length + remove.length === 0) return undefined;
  const entries = add.length > 0 ? add : remove;
  const values = (name: string): readonly string[] => entries.flatMap((entry) => entry.value(name) ?? []);
  return { operation: add.length > 0 ? 'add' : 'remove', userIds: values('UserId'), groups: values('Group') };
}

function checkGroups(groups: readonly string[]): void {
  const unknown = groups.find((group) => group !== 'all');
  if (unknown === undefined) return;
  throw new ApiError(
    'InvalidParameterValue',
    `Value (${unknown}) for parameter userGroup is invalid. Only all is a group.`,
  );
}

function combination(message: string): ApiError {
  return new ApiError('InvalidParameterCombination', message);
}
