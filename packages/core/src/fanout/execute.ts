import type { Target } from '../targets/target.js';
import type { Task } from './attempt.js';
import { type Found, foundIn, type Job, slowestFirst } from './job.js';
import type { Outcome } from './outcome.js';
import type { Replay } from './replay.js';
import { type Report, reportOf } from './report.js';
import type { Run } from './run.js';
import { runAll } from './run-all.js';

/** Runs the job at all its targets and hands the outcomes over; none is kept here. */
export async function execute<T>(
  job: Job<T>,
  finding: Promise<Found>,
  run: Run,
  emit: (outcome: Outcome<T>) => void | Promise<void>,
): Promise<Found> {
  run.begin();
  try {
    const found = await foundIn(job, finding, run);
    await runAll(tasksOf(job, found.targets), { run, pace: job.pace }, (outcome) => {
      job.seen(outcome);
      return emit(outcome);
    });
    return found;
  } finally {
    run.end();
  }
}

/** The job's tasks, each made when it is about to be run: the slowest target's first. */
function* tasksOf<T>(job: Job<T>, targets: readonly Target[]): Generator<Task<T>, void, undefined> {
  for (const target of slowestFirst(targets, (one) => job.expected(one))) yield job.task(target);
}

/** Runs the job and keeps its outcomes: for those who follow them as they come, and in the report. */
export async function executeAndKeep<T>(
  job: Job<T>,
  finding: Promise<Found>,
  run: Run,
  replay: Replay<Outcome<T>>,
): Promise<Report<T>> {
  const outcomes = new Map<Target, Outcome<T>>();
  try {
    const { targets, regions } = await execute(job, finding, run, (outcome) => {
      outcomes.set(outcome.target, outcome);
      replay.push(outcome);
    });
    replay.end();
    const inOrder = targets.map((target) => outcomes.get(target)).filter((outcome) => outcome !== undefined);
    return reportOf(inOrder, run.elapsed, regions);
  } catch (error) {
    replay.end({ error });
    throw error;
  }
}
