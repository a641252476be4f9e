import { OptionError } from '@proj/core';

/**
 * Where the items of a batch come from: a list, a stream of any length, or a function that makes one.
 *
 * @example
 * ```ts
 * const source: ItemSource<NewItem> = () => readRows('books.csv');
 * ```
 */
export type ItemSource<T> = Iterable<T> | AsyncIterable<T> | (() => Iterable<T> | AsyncIterable<T>);

/** Streams that are being read, or were: a second reader would take the items of the first. */
const read = new WeakSet<object>();

/**
 * Begins to read a source.
 *
 * @throws OptionError for what is no source, and for a stream that somebody else has begun to read
 */
export function beginSource<T>(call: string, source: ItemSource<T>): AsyncIterator<T> | Iterator<T> {
  const items: unknown = typeof source === 'function' ? source() : source;
  if (!isIterable(items)) {
    throw new OptionError(
      `${call}: items come from a list, an iterable, an async iterable, or a function that makes one`,
    );
  }
  if (isStream(items)) {
    if (read.has(items)) throw new OptionError(`${call}: the stream was read before; ${advice}`);
    read.add(items);
  }
  return Symbol.asyncIterator in items
    ? (items as AsyncIterable<T>)[Symbol.asyncIterator]()
    : (items as Iterable<T>)[Symbol.iterator]();
}

/** Refuses a stream where every region is to have all items of it. */
export function refuseStream(call: string, source: unknown): void {
  if (typeof source !== 'function' && isIterable(source) && isStream(source)) {
    throw new OptionError(`${call}: a stream is read once, and every region needs its items; ${advice}`);
  }
}

const advice = 'give a list, or a function that makes a stream for each region';

function isIterable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && (Symbol.asyncIterator in value || Symbol.iterator in value);
}

/** What gives its values once: generators and other iterators, Node's streams and those of the web. */
function isStream(items: object): boolean {
  return ['next', 'pipe', 'getReader'].some((name) => typeof Reflect.get(items, name) === 'function');
}
