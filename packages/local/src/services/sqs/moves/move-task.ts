import type { Clock } from '../../../clock/clock.js';
import type { Message } from '../messages/message.js';
import type { Queue } from '../queues/queue.js';

/** How a task stands. */
type MoveStatus = 'RUNNING' | 'COMPLETED' | 'CANCELLED' | 'FAILED';

/** What is to be moved. */
export interface Move {
  readonly source: Queue;
  /** The queue named by the caller; without one, each message goes back to where it came from. */
  readonly destinationArn: string | undefined;
  readonly perSecond: number | undefined;
  readonly find: (arn: string) => Queue | undefined;
}

/** With a limit, so many times a second; without one, in portions of so many, so that nobody waits for long. */
const TICK_MS = 100;
const PORTION = 500;

/** The moving of a dead-letter queue's messages to where they are to be tried again. */
export class MoveTask {
  readonly move: Move;
  readonly handle: string;
  readonly startedAt: number;
  /** How many messages there were when it began. */
  readonly toMove: number;
  #status: MoveStatus = 'RUNNING';
  #moved = 0;
  #failure: string | undefined;
  readonly #clock: Clock;
  #stop: () => void;

  constructor(move: Move, handle: string, clock: Clock) {
    this.move = move;
    this.handle = handle;
    this.#clock = clock;
    this.startedAt = clock.now();
    this.toMove = move.source.counts.visible;
    this.#stop = clock.after(0, () => this.#step());
  }

  get status(): MoveStatus {
    return this.#status;
  }

  get moved(): number {
    return this.#moved;
  }

  /** Why it failed. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Ends it; what was moved stays moved. */
  cancel(): void {
    this.#end('CANCELLED');
  }

  /** Ends it as the cloud ends. */
  close(): void {
    this.#stop();
  }

  #step(): void {
    for (let left = this.#portion(); left > 0; left -= 1) {
      if (!this.#moveOne()) return;
    }
    const pause = this.move.perSecond === undefined ? 0 : TICK_MS;
    this.#stop = this.#clock.after(pause, () => this.#step());
  }

  /** As many as the limit allows by now, the first at once. */
  #portion(): number {
    const { perSecond } = this.move;
    if (perSecond === undefined) return PORTION;
    const allowed = 1 + Math.floor(((this.#clock.now() - this.startedAt) * perSecond) / 1000);
    return allowed - this.#moved;
  }

  /** Whether to go on. */
  #moveOne(): boolean {
    const { source, find } = this.move;
    const message = source.peek();
    if (!message) return this.#end('COMPLETED');
    const target = find(source.arn) === source ? this.#targetOf(message) : undefined;
    if (!target) return this.#end('FAILED', 'AWS.SimpleQueueService.NonExistentQueue');
    source.giveUp(message);
    target.resend(message.content);
    this.#moved += 1;
    return true;
  }

  #targetOf({ deadLetterSource }: Message): Queue | undefined {
    const { destinationArn = deadLetterSource, find } = this.move;
    return destinationArn === undefined ? undefined : find(destinationArn);
  }

  #end(status: MoveStatus, failure?: string): false {
    this.#stop();
    this.#status = status;
    this.#failure = failure;
    return false;
  }
}
