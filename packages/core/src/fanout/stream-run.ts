import { ConsumedError } from './consumed-error.js';
import type { StreamCounts } from './fanout-stream.js';
import { Gate } from './gate.js';
import { type Found, slowestFirst } from './job.js';
import { Lane } from './lane.js';
import { type Report, reportOf } from './report.js';
import { Run } from './run.js';
import type { StreamJob } from './stream-job.js';

/** One use of a stream: its lanes while it runs, its report afterwards. */
export class StreamRun<P> {
  readonly job: StreamJob<P>;
  readonly #run: Run;
  readonly #report: Promise<Report<StreamCounts>>;
  #settle: { resolve(report: Report<StreamCounts>): void; reject(error: unknown): void } | undefined;
  #claimed = false;

  constructor(job: StreamJob<P>) {
    this.job = job;
    this.#run = new Run(job.limits);
    this.#report = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // Whoever reads the stream gets the error thrown; the report repeats it for those who ask.
    this.#report.catch(() => 'thrown to the reader');
  }

  /** Whether the stream is being read, or was. */
  get claimed(): boolean {
    return this.#claimed;
  }

  /** One outcome for each target, when the stream has ended. */
  get report(): Promise<Report<StreamCounts>> {
    return this.#report;
  }

  /** Opens the lanes for one reader, and closes them when it is done or leaves. */
  async *read<E>(reader: (lanes: readonly Lane<P>[]) => AsyncIterable<E>): AsyncGenerator<E, void, undefined> {
    this.#claim();
    this.#run.begin();
    let lanes: readonly Lane<P>[] = [];
    try {
      const found = await this.#run.unlessStopped(this.job.find());
      lanes = this.#open(found);
      try {
        yield* reader(lanes);
      } finally {
        this.#close(lanes);
        this.#settle?.resolve(this.#reportOf(found, lanes));
      }
    } catch (error) {
      this.#settle?.reject(error);
      throw error;
    } finally {
      this.#run.end();
    }
  }

  #claim(): void {
    if (this.#claimed) {
      throw new ConsumedError(`${this.job.operation}: a stream is read once; make the call again for another`);
    }
    this.#claimed = true;
  }

  #open({ targets }: Found): readonly Lane<P>[] {
    const width = new Gate(this.job.limits.concurrency);
    const inOrder = slowestFirst(targets, (target) => this.job.expected(target));
    return inOrder.map((target) => new Lane(this.job, target, this.#run, width));
  }

  #close(lanes: readonly Lane<P>[]): void {
    this.#run.abandon('the stream was left before this target had ended');
    for (const lane of lanes) lane.leave();
  }

  #reportOf({ targets, regions }: Found, lanes: readonly Lane<P>[]): Report<StreamCounts> {
    const outcomes = new Map(lanes.map((lane) => [lane.target, lane.outcome]));
    const inOrder = targets.map((target) => outcomes.get(target)).filter((outcome) => outcome !== undefined);
    return reportOf(inOrder, this.#run.elapsed, regions);
  }
}
