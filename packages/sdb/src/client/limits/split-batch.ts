import { extendedEncodeURIComponent } from '@smithy/core/protocols';
import { LimitError } from './limit-error.js';

/** As far as a batch is split. */
export interface BatchItem {
  readonly Name?: string | undefined;
  readonly Attributes?:
    | readonly { readonly Name?: string | undefined; readonly Value?: string | undefined }[]
    | undefined;
}

const maxItems = 25;
const maxBytes = 1_048_576;
/** For the domain, the signature and a session's token. */
const reserved = 8_192;
/** `&Item.25.Attribute.256.Replace=true` and the names of the two others: what a value takes at most besides itself. */
const overhead = 110;

/**
 * The items of a batch in as many requests as they need: at most 25 items, and 1 MB, in each.
 *
 * @throws LimitError for an item that no request can hold
 */
export function splitBatch<Item extends BatchItem>(
  operation: string,
  items: readonly Item[],
): readonly (readonly Item[])[] {
  const batches: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (size > maxBytes - reserved) throw tooLarge(operation, size);
    const last = batches.at(-1);
    if (last === undefined || last.length === maxItems || size > room) {
      batches.push([item]);
      room = maxBytes - reserved - size;
    } else {
      last.push(item);
      room -= size;
    }
  }
  return batches;
}

/** What it takes in the form that is sent. */
function sizeOf({ Name = '', Attributes = [] }: BatchItem): number {
  const pairs = Attributes.map((pair) => overhead + encoded(pair.Name) + encoded(pair.Value));
  return pairs.reduce((sum, size) => sum + size, overhead + encoded(Name));
}

function encoded(text = ''): number {
  return extendedEncodeURIComponent(text).length;
}

function tooLarge(operation: string, size: number): LimitError {
  const message = `${operation}: at most ${maxBytes} bytes in a request; one item takes ${size} of them: put it in parts`;
  return new LimitError(message, 'bytes of a request', size, maxBytes);
}
