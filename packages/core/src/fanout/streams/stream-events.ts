import type { Target } from '../../targets/target.js';
import { isMissing } from '../outcome.js';
import type { StreamEvent } from './fanout-stream.js';

/** Events that are there without waiting: made one by one, as they are taken. */
export type Chunk<T> = Iterable<StreamEvent<T>>;

/** What a `take(n)` has seen so far. */
export class Taken {
  readonly limit: number;
  count = 0;
  /** Targets that went missing before the limit was reached. */
  readonly missing: Set<Target> = new Set();

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Whether as many values came as were asked for. */
  get full(): boolean {
    return this.count >= this.limit;
  }
}

/** Hands on as many values as are to be taken, then leaves. */
export async function* takeEvents<T>(
  chunks: AsyncIterable<Chunk<T>>,
  taken: Taken,
): AsyncGenerator<Chunk<T>, void, undefined> {
  for await (const chunk of chunks) {
    yield takeFrom(chunk, taken);
    if (taken.full) return;
  }
}

function* takeFrom<T>(chunk: Chunk<T>, taken: Taken): Generator<StreamEvent<T>, void, undefined> {
  for (const event of chunk) {
    if (event.status === 'ok') taken.count += 1;
    else if (isMissing(event)) taken.missing.add(event.target);
    yield event;
    if (taken.full) return;
  }
}

/** What `select` picks from each value; failures stay as they are. */
export async function* pickEvents<T, U>(
  chunks: AsyncIterable<Chunk<T>>,
  select: (value: T, target: Target) => Iterable<U> | undefined,
): AsyncGenerator<Chunk<U>, void, undefined> {
  for await (const chunk of chunks) yield pickFrom(chunk, select);
}

function* pickFrom<T, U>(
  chunk: Chunk<T>,
  select: (value: T, target: Target) => Iterable<U> | undefined,
): Generator<StreamEvent<U>, void, undefined> {
  for (const event of chunk) {
    if (event.status !== 'ok') yield event;
    else {
      const { target, value } = event;
      for (const picked of select(value, target) ?? []) yield { target, status: 'ok', value: picked };
    }
  }
}
