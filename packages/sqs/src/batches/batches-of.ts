import { bytesOf, maxBytes, type WireEntry } from '../messages/outgoing.js';

/** Entries that one request takes. */
export const mostEntries = 10;

/** An entry with its place in the source, or why it can have none. */
export interface Numbered {
  readonly index: number;
  readonly entry: WireEntry;
}

/** What has no place in a batch, since it cannot be sent. */
export interface Refused {
  readonly index: number;
  readonly error: Error;
}

/** Whether it cannot be sent. */
export function isRefused(one: Numbered | Refused): one is Refused {
  return 'error' in one;
}

/**
 * Entries in batches: at most 10, and 1 MiB, in each. Of a FIFO queue's groups each batch has one entry: when the service refuses
 * one, none that comes behind it in its group may have been taken.
 */
export async function* batchesOf(
  entries: AsyncIterable<Numbered | Refused>,
  isFifo: boolean,
): AsyncGenerator<readonly (Numbered | Refused)[], void, undefined> {
  let batch: (Numbered | Refused)[] = [];
  let bytes = 0;
  let groups = new Set<string | undefined>();
  for await (const one of entries) {
    const size = isRefused(one) ? 0 : bytesOf(one.entry);
    const group = isRefused(one) ? undefined : one.entry.MessageGroupId;
    const follows = isFifo && !isRefused(one) && groups.has(group);
    if (batch.length === mostEntries || bytes + size > maxBytes || follows) {
      yield batch;
      [batch, bytes, groups] = [[], 0, new Set()];
    }
    batch.push(one);
    bytes += size;
    if (!isRefused(one)) groups.add(group);
  }
  if (batch.length > 0) yield batch;
}
