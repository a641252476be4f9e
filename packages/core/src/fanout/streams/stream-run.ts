import { ConsumedError } from '../../errors/consumed-error.js';
import { Gate } from '../gate.js';
import { type Found, foundIn, slowestFirst } from '../job.js';
import { type Report, reportOf } from '../report.js';
import { Run } from '../run.js';
import type { StreamCounts } from './fanout-stream.js';
import { Lane } from './lane.js';
import type { StreamJob } from './stream-job.js';

/** Stands for one use of a stream by one reader: only that one may end it. */
export type Reader = object;

const leftBefore = 'the stream was left before this target had ended';

/** One use of a stream: its lanes while it runs, its report afterwards. */
export class StreamRun<P> {
  readonly job: StreamJob<P>;
  readonly #run: Run;
  readonly #report: Promise<Report<StreamCounts>>;
  #settle: { resolve(report: Report<StreamCounts>): void; reject(error: unknown): void } | undefined;
  #reader: Reader | undefined;

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
    return this.#reader !== undefined;
  }

  /** One outcome for each target, when the stream has ended. */
  get report(): Promise<Report<StreamCounts>> {
    return this.#report;
  }

  /** Opens the lanes for one reader, and closes them when it is done or leaves. */
  async *read<E>(
    reader: Reader,
    merge: (lanes: readonly Lane<P>[]) => AsyncIterable<E>,
  ): AsyncGenerator<E, void, undefined> {
    this.#claim(reader);
    this.#run.begin();
    try {
      const found = await foundIn(this.job, this.job.find(), this.#run);
      const lanes = this.#open(found);
      try {
        yield* merge(slowestFirst(lanes, ({ target }) => this.job.expected(target)));
      } finally {
        this.#settle?.resolve(await this.#close(found, lanes));
      }
    } catch (error) {
      this.#settle?.reject(error);
      throw error;
    } finally {
      this.#run.end();
    }
  }

  /** Ends what the reader waits for. Readers that came too late end nothing. */
  leave(reader: Reader): void {
    if (this.#reader === reader) this.#run.abandon(leftBefore);
  }

  #claim(reader: Reader): void {
    if (this.claimed) {
      throw new ConsumedError(`${this.job.operation}: a stream is read once; make the call again for another`);
    }
    this.#reader = reader;
  }

  /** The lanes, in target order. */
  #open({ targets }: Found): readonly Lane<P>[] {
    const width = new Gate(this.job.limits.concurrency);
    return targets.map((target, rank) => new Lane(this.job, this.#run, width, { target, rank }));
  }

  async #close({ regions }: Found, lanes: readonly Lane<P>[]): Promise<Report<StreamCounts>> {
    const left = this.#run.abandon(leftBefore);
    const outcomes = await Promise.all(lanes.map((lane) => lane.close(left)));
    return reportOf(outcomes, this.#run.elapsed, regions);
  }
}
