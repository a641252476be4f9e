import { setTimeout as wait } from 'node:timers/promises';
import type { ListMessageMoveTasksResultEntry, SQS } from '@aws-sdk/client-sqs';
import { OptionError, type Place } from '@proj/core';
import { callOptionsOf, type RequestOptions } from '../calls/request-options.js';

/** How far the moving of messages is. */
export interface RedriveProgress {
  readonly status: 'RUNNING' | 'COMPLETED' | 'CANCELLING' | 'CANCELLED' | 'FAILED';
  readonly moved: number;
  /** How many there were to move when it began; only known while it runs, and only about. */
  readonly toMove: number | undefined;
  readonly startedAt: Date | undefined;
  readonly failure: string | undefined;
}

/** What is moved, and how fast. */
export interface RedriveOptions extends RequestOptions {
  /** The ARN of the queue to move to. @defaultValue the queues that they came from */
  readonly to?: string | undefined;
  /** Messages a second: 1 to 500. @defaultValue as fast as SQS sees fit */
  readonly perSecond?: number | undefined;
}

/**
 * Messages of a dead-letter queue that are being moved, by SQS itself.
 *
 * @example
 * ```ts
 * const redrive = await deadLetters.redrive({ perSecond: 50 });
 * for await (const { moved, toMove } of redrive.progress()) console.log(moved, toMove);
 * ```
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
 */
export class Redrive {
  readonly sourceArn: string;
  readonly taskHandle: string;
  readonly #place: Place<SQS>;

  constructor(place: Place<SQS>, sourceArn: string, taskHandle: string) {
    this.sourceArn = sourceArn;
    this.taskHandle = taskHandle;
    this.#place = place;
  }

  /** How far it is now. A task that has ended is told apart by when it began alone, since SQS forgets its handle. */
  async status(options: RequestOptions = {}): Promise<RedriveProgress> {
    const input = { SourceArn: this.sourceArn, MaxResults: 10 };
    const { Results = [] } = await this.#place.call(
      'listMessageMoveTasks',
      (native) => native.listMessageMoveTasks(input),
      callOptionsOf(options),
    );
    return progressOf(Results.find(({ TaskHandle }) => TaskHandle === this.taskHandle) ?? Results[0] ?? {});
  }

  /** How far it is, at once and then every so many milliseconds, until it has ended: the last one says how. */
  async *progress(
    options: RequestOptions & { readonly every?: number | undefined } = {},
  ): AsyncGenerator<RedriveProgress> {
    const { every = 1_000, ...request } = options;
    for (;;) {
      const now = await this.status(request);
      yield now;
      if (now.status !== 'RUNNING' && now.status !== 'CANCELLING') return;
      await wait(every, undefined, { signal: request.signal });
    }
  }

  /** Ends it; what was moved stays moved. @returns how many that were, about */
  async cancel(options: RequestOptions = {}): Promise<number> {
    const { ApproximateNumberOfMessagesMoved: moved = 0 } = await this.#place.call(
      'cancelMessageMoveTask',
      (native) => native.cancelMessageMoveTask({ TaskHandle: this.taskHandle }),
      callOptionsOf(options),
    );
    return moved;
  }
}

/** Begins to move the messages of a dead-letter queue. */
export async function startRedrive(
  place: Place<SQS>,
  sourceArn: string,
  { to, perSecond, ...request }: RedriveOptions,
): Promise<Redrive> {
  if (perSecond !== undefined && (!Number.isInteger(perSecond) || perSecond < 1 || perSecond > 500)) {
    throw new OptionError(`redrive: perSecond is ${String(perSecond)}; give a whole number from 1 to 500`);
  }
  const input = { SourceArn: sourceArn, DestinationArn: to, MaxNumberOfMessagesPerSecond: perSecond };
  const { TaskHandle = '' } = await place.call(
    'startMessageMoveTask',
    (native) => native.startMessageMoveTask(input),
    callOptionsOf(request),
  );
  return new Redrive(place, sourceArn, TaskHandle);
}

function progressOf(task: ListMessageMoveTasksResultEntry): RedriveProgress {
  return {
    status: (task.Status ?? 'COMPLETED') as RedriveProgress['status'],
    moved: task.ApproximateNumberOfMessagesMoved ?? 0,
    toMove: task.ApproximateNumberOfMessagesToMove,
    startedAt: task.StartedTimestamp === undefined ? undefined : new Date(task.StartedTimestamp),
    failure: task.FailureReason,
  };
}
