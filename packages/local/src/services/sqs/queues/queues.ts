import type { Clock } from '../../../clock/clock.js';
import { ApiError } from '../../../wire/api-error.js';
import { MoveTasks } from '../moves/move-tasks.js';
import type { AttributeTexts } from '../settings/queue-settings.js';
import { Queue } from './queue.js';

const FORGET_MS = 60_000;

/** The queues of one account in one region. */
export class Queues {
  readonly account: string;
  readonly region: string;
  readonly moves: MoveTasks;
  readonly #clock: Clock;
  readonly #byName = new Map<string, Queue>();
  readonly #deletedAt = new Map<string, number>();

  constructor(account: string, region: string, clock: Clock) {
    this.account = account;
    this.region = region;
    this.#clock = clock;
    this.moves = new MoveTasks(clock);
  }

  get(name: string): Queue | undefined {
    return this.#byName.get(name);
  }

  /** The queue of this ARN, if it is one of these. */
  byArn(arn: string): Queue | undefined {
    const name = arn.split(':')[5] ?? '';
    const queue = this.#byName.get(name);
    return queue?.arn === arn ? queue : undefined;
  }

  /** By name, in their order. */
  all(): readonly Queue[] {
    return [...this.#byName.keys()].sort().flatMap((name) => this.#byName.get(name) ?? []);
  }

  /** Makes one. Throws {@link ApiError} `QueueDeletedRecently` for a name that was in use a minute ago. */
  create(name: string, attributes: AttributeTexts): Queue {
    const deletedAt = this.#deletedAt.get(name) ?? Number.NEGATIVE_INFINITY;
    if (this.#clock.now() - deletedAt < FORGET_MS) {
      throw new ApiError(
        'QueueDeletedRecently',
        'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
      );
    }
    this.#deletedAt.delete(name);
    const { account, region } = this;
    const queue = new Queue({ account, region, name }, attributes, {
      clock: this.#clock,
      find: (arn) => this.byArn(arn),
    });
    this.#byName.set(name, queue);
    return queue;
  }

  delete(queue: Queue): void {
    queue.close();
    this.#byName.delete(queue.id.name);
    this.#deletedAt.set(queue.id.name, this.#clock.now());
  }

  /** Ends every receive that waits, and every move. */
  close(): void {
    this.moves.close();
    for (const queue of this.#byName.values()) queue.close();
  }
}
