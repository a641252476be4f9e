import { SwiftError } from '../swift-error.js';

/** Bytes from `start` up to, not including, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const MOST = 50;
const ONE = /^\s*(\d*)\s*-\s*(\d*)\s*$/;

/**
 * The ranges that a `Range` header asks for; nothing where it makes no sense, which is as if it were not there. Throws
 * {@link SwiftError} when the object has none of them.
 *
 * @param headers - what is said of the object then
 */
export function readRanges(
  header: string | undefined,
  size: number,
  headers: Readonly<Record<string, string>> = {},
): readonly ByteRange[] | undefined {
  const [, list] = /^\s*bytes\s*=(.+)$/i.exec(header ?? '') ?? [];
  if (list === undefined) return undefined;
  const asked = list.split(',').map((text) => ONE.exec(text));
  if (asked.some((one) => !one || (one[1] === '' && one[2] === '') || isBackward(one))) return undefined;
  // The last bytes of nothing are nothing.
  if (size === 0 && asked.every((one) => one?.[1] === '' && one[2] !== '0')) return undefined;
  const ranges = asked.flatMap((one) => (one ? within(one[1] ?? '', one[2] ?? '', size) : []));
  if (ranges.length > 0 && ranges.length <= MOST) return ranges;
  throw new SwiftError(416, undefined, { headers: { ...headers, 'content-range': `bytes */${size}` } });
}

function isBackward([, first, last]: RegExpExecArray): boolean {
  return first !== '' && last !== '' && Number(last) < Number(first);
}

function within(first: string, last: string, size: number): readonly ByteRange[] {
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(Number(last) + 1, size);
  return start < end ? [{ start, end }] : [];
}
