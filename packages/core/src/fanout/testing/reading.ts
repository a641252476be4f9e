import type { Outcome } from '../outcome.js';
import type { FanoutStream, StreamEvent } from '../streams/fanout-stream.js';
import type { Page } from './scripted-stream.js';

/** The regions of the outcomes, in the order in which they come. */
export async function regionsOf(outcomes: AsyncIterable<Outcome<string>>): Promise<readonly string[]> {
  const regions: string[] = [];
  for await (const { target } of outcomes) regions.push(target.region);
  return regions;
}

/** The items of scripted pages. */
export function itemsOf(stream: FanoutStream<Page>): FanoutStream<number> {
  return stream.items(({ items }) => items);
}

/** All that a stream's settled() gives. */
export async function eventsOf<T>(stream: FanoutStream<T>): Promise<readonly StreamEvent<T>[]> {
  const events: StreamEvent<T>[] = [];
  for await (const event of stream.settled()) events.push(event);
  return events;
}

/** What came of a stream, and the error that it ended with. */
export async function readTo<T>(
  stream: FanoutStream<T>,
): Promise<{ readonly values: readonly T[]; readonly error: unknown }> {
  const values: T[] = [];
  try {
    for await (const { value } of stream) values.push(value);
    return { values, error: undefined };
  } catch (error) {
    return { values, error };
  }
}
