import { ApiError } from '../../../wire/api-error.js';
import type { QueryParameters } from '../../../wire/query-parameters.js';
import { type Grantee, type GranteeKind, type Grants, granteeKinds } from '../estate/grants.js';
import { isAccountId } from './account-id.js';

/** What a call changes in a list of permissions. */
export interface PermissionChanges {
  readonly operation: 'add' | 'remove';
  readonly grantees: readonly Grantee[];
}

/** How one kind of resource takes changes of its permissions. */
export interface PermissionForm {
  /** The parameter of the nested form. */
  readonly structure: string;
  /** How many changes a call may make. */
  readonly limit: number;
  /** The error for a grantee that cannot be one. */
  readonly invalid: (grantee: Grantee) => ApiError;
}

/** The parameters of the flat form. */
const FLAT = {
  group: 'UserGroup',
  userId: 'UserId',
  organizationArn: 'OrganizationArn',
  organizationalUnitArn: 'OrganizationalUnitArn',
} as const satisfies Record<GranteeKind, string>;

/** What the entries of the nested form call them. */
const NESTED = { ...FLAT, group: 'Group' } as const satisfies Record<GranteeKind, string>;

const VALID: Readonly<Record<GranteeKind, (value: string) => boolean>> = {
  group: (value) => value === 'all',
  userId: isAccountId,
  organizationArn: (value) => /^arn:aws[a-z-]*:organizations::\d{12}:organization\/o-[a-z0-9]{10,32}$/.test(value),
  organizationalUnitArn: (value) =>
    /^arn:aws[a-z-]*:organizations::\d{12}:ou\/o-[a-z0-9]{10,32}\/ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}$/.test(value),
};

/**
 * Reads either form: `OperationType` with `UserId.N`, `UserGroup.N` and their like, or `<structure>.Add.N` and `.Remove.N` with
 * `UserId`, `Group` and their like. Throws {@link ApiError} for both at once, for adding and removing at once, and for too many.
 */
export function readPermissionChanges(parameters: QueryParameters, form: PermissionForm): PermissionChanges {
  const { structure, limit, invalid } = form;
  const flat = readFlat(parameters);
  const nested = readNested(parameters.struct(structure));
  if (flat && nested) throw combination(`The parameter ${structure} cannot be used with the parameter OperationType`);
  const changes = flat ?? nested;
  if (!changes)
    throw new ApiError('MissingParameter', `The request must contain the parameter ${structure} or OperationType`);
  const { length } = changes.grantees;
  if (length === 0) throw combination('No user IDs or groups were specified.');
  if (length > limit)
    throw new ApiError('InvalidParameterValue', `A call may make ${limit} modifications; this one has ${length}.`);
  const wrong = changes.grantees.find(({ kind, value }) => !VALID[kind](value));
  if (wrong) throw invalid(wrong);
  return changes;
}

/** Makes the changes. */
export function applyChanges(grants: Grants, { operation, grantees }: PermissionChanges): void {
  for (const grantee of grantees) grants[operation](grantee);
}

function readFlat(parameters: QueryParameters): PermissionChanges | undefined {
  const operation = parameters.value('OperationType');
  const grantees = granteeKinds.flatMap((kind) =>
    parameters.list(FLAT[kind]).map((value): Grantee => ({ kind, value })),
  );
  if (operation === undefined) {
    if (grantees.length > 0)
      throw new ApiError('MissingParameter', 'The request must contain the parameter operationType');
    return undefined;
  }
  if (operation === 'add' || operation === 'remove') return { operation, grantees };
  throw new ApiError(
    'InvalidParameterValue',
    `Value (${operation}) for parameter operationType is invalid. It must be add or remove.`,
  );
}

function readNested(changes: QueryParameters): PermissionChanges | undefined {
  const [add, remove] = [changes.structs('Add'), changes.structs('Remove')];
  if (add.length > 0 && remove.length > 0) throw combination('Permissions cannot be added and removed in one call.');
  if (add.length + remove.length === 0) return undefined;
  const grantees = [...add, ...remove].flatMap((entry) =>
    granteeKinds.flatMap((kind): readonly Grantee[] => {
      const value = entry.value(NESTED[kind]);
      return value === undefined ? [] : [{ kind, value }];
    }),
  );
  return { operation: add.length > 0 ? 'add' : 'remove', grantees };
}

function combination(message: string): ApiError {
  return new ApiError('InvalidParameterCombination', message);
}
