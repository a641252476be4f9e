import type { Target } from '../targets/target.js';
import { processGate } from './gate.js';
import { type Job, slowestFirst } from './job.js';
import type { Outcome } from './outcome.js';
import type { Run } from './run.js';
import { attemptInTurn } from './turn.js';

/**
 * Calls every target, `concurrency` at a time and the slowest first, and hands each outcome over as it comes.
 * While `emit` has not settled, its worker takes no further target: that is the back-pressure.
 */
export async function runAll<T>(
  job: Job<T>,
  targets: readonly Target[],
  run: Run,
  emit: (outcome: Outcome<T>) => void | Promise<void>,
): Promise<void> {
  const queue = slowestFirst(targets, (target) => job.expected(target))[Symbol.iterator]();
  const gates = run.nested ? [] : [processGate];
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      const outcome = await attemptInTurn({ gates, pace: job.pace }, job.task(next.value), run);
      job.seen(outcome);
      await emit(outcome);
    }
  };
  await Promise.all(Array.from({ length: Math.min(targets.length, run.limits.concurrency) }, worker));
}
