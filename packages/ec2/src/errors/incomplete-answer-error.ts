import { hasName } from '@proj/core';
import { Ec2Error } from './ec2-error.js';

/**
 * An answer without a member that every such answer has, such as a volume without its id.
 *
 * @example
 * ```ts
 * if (isIncompleteAnswerError(error)) console.error(`is ${error.region} really EC2?`, error.member);
 * ```
 */
export class IncompleteAnswerError extends Ec2Error {
  override readonly name = 'IncompleteAnswerError';
  readonly region: string;
  /** The member's name in the SDK's form, such as `VolumeId`. */
  readonly member: string;

  constructor(region: string, member: string) {
    super(`${region} answered without ${member}, which EC2 always sends; look at what stands at the other end`);
    this.region = region;
    this.member = member;
  }
}

/**
 * Whether the error is an {@link IncompleteAnswerError}.
 *
 * @example
 * ```ts
 * if (isIncompleteAnswerError(error)) console.error(error.member);
 * ```
 */
export function isIncompleteAnswerError(error: unknown): error is IncompleteAnswerError {
  return hasName<IncompleteAnswerError>(error, 'IncompleteAnswerError');
}
