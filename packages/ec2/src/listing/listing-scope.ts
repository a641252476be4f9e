import { OptionError } from '@proj/core';
import { checkTexts } from '../calls/check-texts.js';
import { Ec2RuleError } from '../errors/ec2-rule-error.js';
import type { Ec2Rule } from '../errors/rules.js';
import { checkAccountId } from '../sharing/account-id.js';

/** One list of a scope: its option, the words that it takes beside account ids, and the rule that says so. */
interface Who {
  readonly option: string;
  readonly words: readonly string[];
  readonly rule: Ec2Rule;
}

/** The two lists of a scope: those that own, and those that were let in. */
export interface ScopeWords {
  readonly owners: Who;
  readonly users: Who;
}

/** Whose things to list: those that are owned by one of these and usable by one of those. */
export interface ListingScope {
  readonly owners?: readonly string[] | undefined;
  readonly users?: readonly string[] | undefined;
  /** Adds `all` to the users. */
  readonly public?: boolean | undefined;
}

/** The scope of a request: copies of the lists that are to be sent. */
export interface CheckedScope {
  readonly owners: string[] | undefined;
  readonly users: string[] | undefined;
}

/**
 * The scope of a listing, checked. Without one, and without ids, it is what the caller owns: EC2 itself would list the whole
 * world.
 *
 * @throws Ec2RuleError for an owner or a user that EC2 does not know; OptionError for empty lists and for what contradicts itself
 */
export function checkedScope(call: string, scope: ListingScope, hasIds: boolean, words: ScopeWords): CheckedScope {
  const { owners } = scope;
  if (owners !== undefined) checkWho(call, words.owners, owners);
  const users = usersOf(call, scope, words.users);
  const mine = owners === undefined && users === undefined && !hasIds ? ['self'] : undefined;
  return { owners: owners ? [...owners] : mine, users: users && [...users] };
}

function usersOf(call: string, { users, public: isPublic }: ListingScope, who: Who): readonly string[] | undefined {
  if (isPublic !== undefined && typeof isPublic !== 'boolean') {
    throw new OptionError(`${call}: public is true or false`);
  }
  if (users !== undefined) checkWho(call, who, users);
  if (isPublic === false && users?.includes('all')) {
    throw new OptionError(`${call}: public is false, and ${who.option} has 'all', which is what is public`);
  }
  return isPublic === true ? [...new Set([...(users ?? []), 'all'])] : users;
}

function checkWho(call: string, { option, words, rule }: Who, list: readonly unknown[]): void {
  const where = `${call}: ${option}`;
  const number = Array.isArray(list) ? list.find((who) => typeof who === 'number') : undefined;
  if (number !== undefined) checkAccountId(where, number);
  checkTexts(where, list);
  const unknown = list.find((who) => !words.includes(String(who)) && !/^[0-9]{12}$/.test(String(who)));
  if (unknown === undefined) return;
  throw new Ec2RuleError(
    rule,
    `${where}: ${JSON.stringify(unknown)} is neither ${words.join(' nor ')} nor an account id`,
  );
}
