import type { StreamEvent } from './fanout-stream.js';
import { Heap } from './heap.js';
import type { Lane } from './lane.js';
import type { LaneItems } from './lane-items.js';
import { SortedLane } from './sorted-lane.js';
import type { Chunk } from './stream-events.js';
import { UnsortedError } from './unsorted-error.js';

/** Merges lanes whose items are in order into one order: a k-way merge that waits only where a lane's page is used up. */
export async function* mergeSorted<P, T>(
  operation: string,
  lanes: readonly Lane<P>[],
  items: LaneItems<P, T>,
  compare: (a: T, b: T) => number,
): AsyncGenerator<Chunk<T>, void, undefined> {
  const requireOrder = (before: T, after: T, { target }: Lane<P>): void => {
    if (compare(before, after) > 0) throw new UnsortedError(operation, target);
  };
  const heads = new Heap<SortedLane<P, T>>((a, b) => compare(a.head, b.head) || a.lane.rank - b.lane.rank);
  let usedUp = lanes.map((lane) => new SortedLane(lane, items, requireOrder));
  while (usedUp.length > 0) {
    const turned = await Promise.all(usedUp.map(async (sorted) => ({ sorted, ending: await sorted.turnPage() })));
    for (const { sorted, ending } of turned) {
      if (ending === undefined) heads.push(sorted);
      else if (ending !== 'done') yield [{ target: sorted.lane.target, ...ending }];
    }
    usedUp = [];
    yield atHand(heads, (sorted) => usedUp.push(sorted));
  }
}

/** The items up to where the least lane's next page has to be waited for. */
function* atHand<P, T>(
  heads: Heap<SortedLane<P, T>>,
  usedUp: (sorted: SortedLane<P, T>) => void,
): Generator<StreamEvent<T>, void, undefined> {
  for (let least = heads.least; least !== undefined; least = heads.least) {
    const { lane, head } = least;
    lane.tally.gave();
    yield { target: lane.target, status: 'ok', value: head };
    if (least.advance()) heads.sinkLeast();
    else {
      heads.pop();
      return usedUp(least);
    }
  }
}
