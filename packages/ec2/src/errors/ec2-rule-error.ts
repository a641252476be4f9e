import { hasName } from '@proj/core';
import { Ec2Error } from './ec2-error.js';
import { type Ec2Rule, rules } from './rules.js';

/**
 * What was asked for goes against a rule of AWS, so no request was made. `rule` names the rule, `source` is where AWS says it.
 *
 * @example
 * ```ts
 * if (isEc2RuleError(error) && error.rule === 'encryptedNotPublic') console.error('copy it unencrypted first');
 * ```
 */
export class Ec2RuleError extends Ec2Error {
  override readonly name = 'Ec2RuleError';
  readonly rule: Ec2Rule;
  readonly source: string;

  /** `problem` says what was given, where; `source` where AWS says it of that, if not where it does so first. */
  constructor(rule: Ec2Rule, problem: string, source: string = rules[rule].source) {
    const { says } = rules[rule];
    super(`${problem}; AWS's rule: ${says} (${source})`);
    this.rule = rule;
    this.source = source;
  }
}

/**
 * Whether the error is an {@link Ec2RuleError}.
 *
 * @example
 * ```ts
 * if (isEc2RuleError(error)) console.error(error.rule, error.source);
 * ```
 */
export function isEc2RuleError(error: unknown): error is Ec2RuleError {
  return hasName<Ec2RuleError>(error, 'Ec2RuleError');
}
