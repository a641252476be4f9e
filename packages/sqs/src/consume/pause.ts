const first = 1_000;
const longest = 60_000;

/** How long a queue that could not be polled is left alone, in ms: at random up to a bound that doubles, so that consumers do not come back together. */
export function pauseAfter(failures: number, random: () => number = Math.random): number {
  return Math.round(random() * Math.min(longest, first * 2 ** (failures - 1)));
}

/** How long an empty queue is left alone that was not waited for, in ms. */
export function pauseWhenIdle(polls: number): number {
  return Math.min(1_000, 25 * 2 ** (polls - 1));
}
