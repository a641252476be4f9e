import type { Target } from '../targets/target.js';
import type { StreamEvent } from './fanout-stream.js';

/** What a `take(n)` has seen so far. */
export class Taken {
  readonly limit: number;
  count = 0;
  /** Targets that went missing before the limit was reached. */
  failures = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Whether as many values came as were asked for. */
  get full(): boolean {
    return this.count >= this.limit;
  }
}

/** Hands on as many values as are to be taken, then leaves `events`. */
export async function* takeEvents<T>(
  events: AsyncIterable<StreamEvent<T>>,
  taken: Taken,
): AsyncGenerator<StreamEvent<T>, void, undefined> {
  for await (const event of events) {
    if (event.status === 'ok') taken.count += 1;
    else if (event.status !== 'notEnabled' && event.status !== 'notSupported') taken.failures += 1;
    yield event;
    if (taken.full) return;
  }
}

/** What `select` picks from each value; failures stay as they are. */
export async function* pickEvents<T, U>(
  events: AsyncIterable<StreamEvent<T>>,
  select: (value: T, target: Target) => Iterable<U> | undefined,
): AsyncGenerator<StreamEvent<U>, void, undefined> {
  for await (const event of events) {
    if (event.status !== 'ok') yield event;
    else {
      const { target, value } = event;
      for (const picked of select(value, target) ?? []) yield { target, status: 'ok', value: picked };
    }
  }
}
