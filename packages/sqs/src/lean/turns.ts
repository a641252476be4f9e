const waiting: (() => void)[] = [];
let isRunning = false;

/**
 * Resolves in a turn of the event loop of its own. Answers of many regions that come at once would be read in one turn, and whatever
 * else the process does would wait for all of them.
 */
export function ownTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (isRunning) return;
    isRunning = true;
    setImmediate(next);
  });
}

function next(): void {
  waiting.shift()?.();
  isRunning = waiting.length > 0;
  if (isRunning) setImmediate(next);
}
