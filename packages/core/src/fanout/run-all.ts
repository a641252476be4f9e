import type { Task } from './attempt.js';
import { processGate } from './gate.js';
import type { Outcome } from './outcome.js';
import type { Pace } from './pace.js';
import type { Run } from './run.js';
import { attemptInTurn } from './turn.js';

/** What all calls of one run share. */
interface Course {
  readonly run: Run;
  readonly pace: Pace | undefined;
}

/**
 * Makes the calls in their order, `concurrency` at a time, and hands each outcome over as it comes. A task is taken from the
 * sequence when there is room for its call, so that a long one may be made as it is run.
 * While `emit` has not settled, its worker takes no further task: that is the back-pressure.
 */
export async function runAll<T>(
  tasks: Iterable<Task<T>>,
  { run, pace }: Course,
  emit: (outcome: Outcome<T>) => void | Promise<void>,
): Promise<void> {
  const queue = tasks[Symbol.iterator]();
  const turn = { gates: run.nested ? [] : [processGate], pace, since: run.began };
  const work = async (task: Task<T>): Promise<void> => {
    let next: IteratorResult<Task<T>, unknown> = { value: task };
    for (; next.done !== true; next = queue.next()) await emit(await attemptInTurn(turn, next.value, run));
  };
  const workers: Promise<void>[] = [];
  while (workers.length < run.limits.concurrency) {
    const next = queue.next();
    if (next.done === true) break;
    workers.push(work(next.value));
  }
  await allEnded(workers);
}

/** Fails as the first that failed, but not before all have ended: what is under way has its outcome. */
async function allEnded(workers: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(workers)).find((worker) => worker.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
