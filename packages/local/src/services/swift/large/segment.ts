/** A part of a static large object: some bytes of another object, or bytes of its own. */
export type Segment = ObjectSegment | DataSegment;

/** Bytes of another object. */
export interface ObjectSegment {
  readonly container: string;
  readonly object: string;
  readonly etag: string;
  /** The bytes of the whole object, as it is read. */
  readonly bytes: number;
  readonly contentType: string;
  readonly modified: string;
  /** Which of its bytes, from the first to the last. */
  readonly range: readonly [first: number, last: number] | undefined;
  /** Whether it is a static large object itself. */
  readonly nested: boolean;
}

/** Bytes that stand in the manifest. */
interface DataSegment {
  readonly data: Buffer;
}

/** How many bytes it has. */
export function sizeOfSegment(segment: Segment): number {
  if ('data' in segment) return segment.data.length;
  return segment.range ? segment.range[1] - segment.range[0] + 1 : segment.bytes;
}
