import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../clock/clock.js';
import { type Move, MoveTask } from './move-task.js';

/** SQS shows the ten newest of each queue. */
const KEPT = 10;

/** The move tasks of one account in one region. */
export class MoveTasks {
  readonly #clock: Clock;
  readonly #bySource = new Map<string, readonly MoveTask[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  start(move: Move): MoveTask {
    const { arn } = move.source;
    const handle = Buffer.from(JSON.stringify({ taskId: randomUUID(), sourceArn: arn })).toString('base64');
    const task = new MoveTask(move, handle, this.#clock);
    this.#bySource.set(arn, [task, ...this.of(arn)].slice(0, KEPT));
    return task;
  }

  /** Those of a queue, the newest first. */
  of(sourceArn: string): readonly MoveTask[] {
    return this.#bySource.get(sourceArn) ?? [];
  }

  /** The task of this handle. */
  find(handle: string): MoveTask | undefined {
    return [...this.#bySource.values()].flat().find((task) => task.handle === handle);
  }

  /** How many are going on. */
  get running(): number {
    return [...this.#bySource.values()].flat().filter(({ status }) => status === 'RUNNING').length;
  }

  /** Ends them with the cloud. */
  close(): void {
    for (const tasks of this.#bySource.values()) for (const task of tasks) task.close();
  }
}
