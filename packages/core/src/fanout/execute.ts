import type { Target } from '../targets/target.js';
import type { Found, Job } from './job.js';
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
    const found = await run.unlessStopped(finding);
    await runAll(job, found.targets, run, emit);
    return found;
  } finally {
    run.end();
  }
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
