import { hasName } from '../../errors/has-name.js';
import { ServiceSetError } from '../../errors/service-set-error.js';
import type { Ability } from './ability.js';
import type { Facts } from './facts.js';
import type { Field } from './field.js';

/** The store cannot do this, or knows no such thing of an object. Nothing was changed. */
export class UnsupportedError extends ServiceSetError {
  override readonly name = 'UnsupportedError';
  /** The kind of store, `S3`. */
  readonly store: string;
  readonly ability: Ability | Field;
  /** What can be done instead, as a half sentence; empty where there is nothing. */
  readonly instead: string;

  constructor(facts: Pick<Facts, 'kind' | 'instead'>, ability: Ability | Field, options?: ErrorOptions) {
    const instead = facts.instead[ability] ?? '';
    super(`${facts.kind} has no ${ability} here${instead === '' ? '' : `; ${instead}`}`, options);
    this.store = facts.kind;
    this.ability = ability;
    this.instead = instead;
  }
}

/** Whether the error is an {@link UnsupportedError}. */
export function isUnsupportedError(error: unknown): error is UnsupportedError {
  return hasName<UnsupportedError>(error, 'UnsupportedError');
}
