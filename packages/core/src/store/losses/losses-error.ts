import { hasName } from '../../errors/has-name.js';
import { ServiceSetError } from '../../errors/service-set-error.js';
import type { Attachment } from './attachment.js';
import type { Loss } from './losses.js';

/** A copy would lose what nobody said may be lost. Nothing was sent. */
export class LossesError extends ServiceSetError {
  override readonly name = 'LossesError';
  /** The losses that were not accepted. */
  readonly losses: readonly Loss[];

  constructor(losses: readonly Loss[]) {
    const list = losses.map(({ what }) => `'${what}'`).join(', ');
    const why = losses.map(({ why: sentence }) => sentence).join('; ');
    super(`the copy would lose what it was not allowed to: ${why}; to go on without, give accept: [${list}]`);
    this.losses = losses;
  }
}

/** Whether the error is a {@link LossesError}. */
export function isLossesError(error: unknown): error is LossesError {
  return hasName<LossesError>(error, 'LossesError');
}

/** Throws a {@link LossesError} when there are losses that are not accepted. */
export function acceptLosses(losses: readonly Loss[], accept: readonly Attachment[] = []): void {
  const refused = losses.filter(({ what }) => !accept.includes(what));
  if (refused.length > 0) throw new LossesError(refused);
}
