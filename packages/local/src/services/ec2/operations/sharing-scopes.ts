import type { Ec2Call } from '../ec2-call.js';
import type { SharedResource } from '../estate/shared-resource.js';
import { checkAccountId } from './account-id.js';

type Test = (resource: SharedResource) => boolean;

/** `Owner.N`: account ids, `self`, or one of these aliases; any of them will do. */
export function ownerTest({ parameters, account }: Ec2Call, aliases: readonly string[]): Test {
  const tests = parameters.list('Owner').map((owner): Test => {
    if (owner === 'self') return ({ ownerId }) => ownerId === account.id;
    if (aliases.includes(owner)) return ({ ownerAlias }) => ownerAlias === owner;
    const id = checkAccountId(owner);
    return ({ ownerId }) => ownerId === id;
  });
  return anyOf(tests);
}

/**
 * `RestorableBy.N` or `ExecutableBy.N`: `self` for what the caller was given by name, `all` for what is public, an account's
 * id for what the caller gave to that account. Of snapshots, `self` has the caller's own too; of images it has not.
 */
export function userTest({ parameters, account }: Ec2Call, parameter: string, self: 'own too' | 'given'): Test {
  const tests = parameters.list(parameter).map((who): Test => {
    if (who === 'all') return ({ grants }) => grants.public;
    if (who === 'self' || who === account.id)
      return ({ ownerId, grants }) => (ownerId === account.id ? self === 'own too' : grants.hasAccount(account.id));
    const id = checkAccountId(who);
    return ({ ownerId, grants }) => ownerId === account.id && grants.hasAccount(id);
  });
  return anyOf(tests);
}

function anyOf(tests: readonly Test[]): Test {
  return (resource) => tests.length === 0 || tests.some((test) => test(resource));
}
