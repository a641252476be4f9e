import type { Attachment } from '../losses/attachment.js';
import { lossesBetween } from '../losses/losses.js';
import { acceptLosses } from '../losses/losses-error.js';
import { copyOne } from './copy-one.js';
import type { StorePlace } from './store-place.js';

/**
 * How one object is copied from one place to another.
 *
 * @example
 * ```ts
 * const options: CopyBetweenOptions = { to: 'archive/2026.tar', accept: ['acl'] };
 * ```
 */
export interface CopyBetweenOptions {
  /** Its name there. @defaultValue the same */
  readonly to?: string | undefined;
  /** What may be lost on the way, since the second place cannot hold it. @defaultValue nothing */
  readonly accept?: readonly Attachment[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Copies one object from one place to another, of whatever kinds, as a stream through this machine. Gives its bytes.
 *
 * @throws LossesError before anything is sent, when something would be lost that may not be
 * @example
 * ```ts
 * await copyBetween(bucket, container, '2026.tar', { accept: ['acl', 'storageClass'] });
 * ```
 */
export async function copyBetween(
  from: StorePlace,
  to: StorePlace,
  name: string,
  { to: target, accept, signal }: CopyBetweenOptions = {},
): Promise<number> {
  acceptLosses(lossesBetween(from.facts, to.facts), accept);
  return copyOne(from, to, name, { target, signal });
}

/**
 * The same, and deletes it in the first place when it is in the second.
 *
 * @throws LossesError before anything is sent
 * @example
 * ```ts
 * await moveBetween(container, bucket, 'report.pdf', { accept: ['expiry'] });
 * ```
 */
export async function moveBetween(
  from: StorePlace,
  to: StorePlace,
  name: string,
  options: CopyBetweenOptions = {},
): Promise<number> {
  const bytes = await copyBetween(from, to, name, options);
  await from.object(name).delete({ signal: options.signal });
  return bytes;
}
