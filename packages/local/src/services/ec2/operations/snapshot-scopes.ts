import type { Ec2Call } from '../ec2-call.js';
import type { Snapshot } from '../estate/snapshot.js';
import { checkAccountId } from './account-id.js';

type Test = (snapshot: Snapshot) => boolean;

/** `Owner.N`: account ids, `self`, or `amazon` and its like; any of them will do. */
export function ownerTest({ parameters, account }: Ec2Call): Test {
  const tests = parameters.list('Owner').map((owner): Test => {
    if (owner === 'self') return ({ ownerId }) => ownerId === account.id;
    if (owner === 'amazon' || owner === 'aws-marketplace') return ({ ownerAlias }) => ownerAlias === owner;
    const id = checkAccountId(owner);
    return ({ ownerId }) => ownerId === id;
  });
  return anyOf(tests);
}

/**
 * `RestorableBy.N`: `self` for what the caller owns or was given by name, `all` for what is public, an account's id for
 * what the caller gave to that account.
 */
export function restorableTest({ parameters, account }: Ec2Call): Test {
  const tests = parameters.list('RestorableBy').map((who): Test => {
    if (who === 'all') return (snapshot) => snapshot.public;
    if (who === 'self' || who === account.id)
      return (snapshot) => snapshot.ownerId === account.id || snapshot.sharedWith.has(account.id);
    const id = checkAccountId(who);
    return ({ ownerId, sharedWith }) => ownerId === account.id && sharedWith.has(id);
  });
  return anyOf(tests);
}

function anyOf(tests: readonly Test[]): Test {
  return (snapshot) => tests.length === 0 || tests.some((test) => test(snapshot));
}
