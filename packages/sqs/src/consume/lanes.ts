import type { Held } from './held.js';

interface Lane<T> {
  readonly waiting: Held<T>[];
  isRunning: boolean;
}

/**
 * Messages that wait to be handled, in the order in which they came; of a FIFO queue's group the next one only when the one before is
 * done.
 */
export class Lanes<T> {
  readonly #free: Held<T>[] = [];
  readonly #lanes = new Map<string, Lane<T>>();
  /** Lanes whose next message may be handled. */
  readonly #open: string[] = [];
  #head = 0;

  add(held: Held<T>): void {
    const name = laneOf(held);
    if (name === undefined) {
      this.#free.push(held);
      return;
    }
    const lane = this.#lanes.get(name) ?? { waiting: [], isRunning: false };
    this.#lanes.set(name, lane);
    lane.waiting.push(held);
    if (lane.waiting.length === 1 && !lane.isRunning) this.#open.push(name);
  }

  /** The next message that may be handled. */
  next(): Held<T> | undefined {
    const name = this.#open.shift();
    if (name === undefined) return this.#nextFree();
    const lane = this.#lanes.get(name);
    const held = lane?.waiting.shift();
    if (lane !== undefined) lane.isRunning = true;
    return held;
  }

  /** A message is done with, and the next of its group may be handled. */
  done(held: Held<T>): void {
    const name = laneOf(held);
    const lane = name === undefined ? undefined : this.#lanes.get(name);
    if (name === undefined || lane === undefined) return;
    lane.isRunning = false;
    if (lane.waiting.length > 0) this.#open.push(name);
    else this.#lanes.delete(name);
  }

  /** Takes away what waits behind a message of its group: it must not overtake it. */
  behind(held: Held<T>): readonly Held<T>[] {
    const name = laneOf(held);
    return name === undefined ? [] : (this.#lanes.get(name)?.waiting.splice(0) ?? []);
  }

  /** Takes away all that wait. */
  clear(): readonly Held<T>[] {
    const free = this.#free.splice(this.#head);
    this.#free.length = 0;
    this.#head = 0;
    this.#open.length = 0;
    const others = [...this.#lanes.values()].flatMap(({ waiting }) => waiting.splice(0));
    return [...free, ...others];
  }

  /** An array that is read from its front, cut now and then: taking the first of a long one costs as much as it is long. */
  #nextFree(): Held<T> | undefined {
    const held = this.#free[this.#head];
    if (held === undefined) return undefined;
    this.#head += 1;
    if (this.#head > 1_024) {
      this.#free.splice(0, this.#head);
      this.#head = 0;
    }
    return held;
  }
}

function laneOf<T>({ queue, message }: Held<T>): string | undefined {
  return queue.isFifo ? `${queue.url} ${message.groupId ?? ''}` : undefined;
}
