import { type Loss, lossesBetween } from '../losses/losses.js';
import { bothRequests, exactly, type Requests, requests } from '../requests/requests.js';
import { type DiffOptions, diff } from './diff.js';
import type { StorePlace } from './store-place.js';

/** What making one place like another will cost, and lose. */
export interface MirrorPlan {
  /** Objects to copy, and their bytes, which go through this machine. */
  readonly objects: number;
  readonly bytes: number;
  /** Objects that only the second place has. */
  readonly extra: number;
  /** Requests beside those of listing both, which the plan has made already and the mirror will make again. */
  readonly from: Requests;
  readonly to: Requests;
  readonly losses: readonly Loss[];
}

/**
 * Compares two places, and says what making the second like the first would take: nothing is copied.
 *
 * @example
 * ```ts
 * const { objects, bytes, to, losses } = await planMirror(bucket, container);
 * console.log(objects, bytes, to.by, losses.map(({ what }) => what));
 * ```
 */
export async function planMirror(from: StorePlace, to: StorePlace, options: DiffOptions = {}): Promise<MirrorPlan> {
  let [objects, bytes, extra, writing] = [0, 0, 0, requests({})];
  for await (const { kind, from: row } of diff(from, to, options)) {
    if (kind === 'extra') extra += 1;
    else {
      objects += 1;
      bytes += row?.size ?? 0;
      writing = bothRequests(writing, to.planUpload(row?.size ?? 0).requests);
    }
  }
  const reading = requests({ GET: exactly(objects) });
  return { objects, bytes, extra, from: reading, to: writing, losses: lossesBetween(from.facts, to.facts) };
}
