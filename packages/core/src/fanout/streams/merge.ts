import { Channel } from '../channel.js';
import type { StreamEvent } from './fanout-stream.js';
import type { Lane, LaneStep } from './lane.js';
import type { LaneItems } from './lane-items.js';
import type { LanePage } from './lane-tally.js';
import type { Chunk } from './stream-events.js';

/** Merges the lanes' items in the order in which their pages arrive. One page of each lane is fetched ahead, and none is kept. */
export async function* mergeArrivals<P, T>(
  lanes: readonly Lane<P>[],
  items: LaneItems<P, T>,
): AsyncGenerator<Chunk<T>, void, undefined> {
  const arrivals = new Channel<{ readonly lane: Lane<P>; readonly step: LaneStep<P> }>();
  const fetch = (lane: Lane<P>) => lane.next().then((step) => void arrivals.push({ lane, step }));
  for (const lane of lanes) fetch(lane);
  for (let open = lanes.length; open > 0; ) {
    const { value } = await arrivals.take();
    if (value === undefined) return;
    const { lane, step } = value;
    if ('page' in step) {
      fetch(lane);
      yield eventsOf(lane, step.page, items);
    } else {
      open -= 1;
      if (step.ending !== 'done') yield [{ target: lane.target, ...step.ending }];
    }
  }
}

function* eventsOf<P, T>(lane: Lane<P>, page: LanePage<P>, items: LaneItems<P, T>): Generator<StreamEvent<T>> {
  // Whoever is handed a whole page has all of it, also when the loop is left there.
  if (items.arePages) lane.tally.finished(page);
  for (const value of items.of(page.value, lane.target)) {
    lane.tally.gave();
    yield { target: lane.target, status: 'ok', value };
  }
  if (!items.arePages) lane.tally.finished(page);
}
