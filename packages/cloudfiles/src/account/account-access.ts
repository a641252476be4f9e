import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import { type AnswerOf, jsonOf } from '../wire/body.js';

/** Who else has an account: users, groups or roles, by the names that the cluster's own login has for them. Only its owner is told. */
export interface AccountAccess {
  /** All that the owner can. */
  readonly admin?: readonly string[] | undefined;
  readonly readWrite?: readonly string[] | undefined;
  readonly readOnly?: readonly string[] | undefined;
}

const wireNames = { admin: 'admin', readWrite: 'read-write', readOnly: 'read-only' } as const;

/** For the wire: JSON of ASCII alone. Nobody is an empty text. @throws OptionError */
export function accessHeader(access: AccountAccess): string {
  checkNames('setAccess(access)', access, Object.keys(wireNames));
  const pairs = Object.entries(wireNames).map(
    ([name, wire]) => [wire, access[name as keyof AccountAccess] ?? []] as const,
  );
  const given = pairs.filter(([, list]) => list.length > 0);
  const odd = given.find(
    ([, list]) => !Array.isArray(list) || list.some((one) => typeof one !== 'string' || one === ''),
  );
  if (odd !== undefined) throw new OptionError(`setAccess(access): ${odd[0]} is a list of names`);
  if (given.length === 0) return '';
  return JSON.stringify(Object.fromEntries(given)).replace(
    /[\u0080-\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What a header says. @throws UnexpectedAnswerError */
export function accessOf(of: AnswerOf, header: string | undefined): AccountAccess | undefined {
  if (header === undefined || header === '') return undefined;
  const said = jsonOf(of, header) as Readonly<Record<string, unknown>>;
  const pairs = Object.entries(wireNames).map(([name, wire]) => [name, said[wire] ?? []] as const);
  if (pairs.every(([, list]) => Array.isArray(list))) return Object.fromEntries(pairs);
  throw new UnexpectedAnswerError(of.operation, of.region, 'has no lists of who has the account');
}
