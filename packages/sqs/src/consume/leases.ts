import type { Queue } from '../queues/queue.js';
import type { Held } from './held.js';

/** Whom leases tell. */
interface Hearing<T> {
  extended(queue: Queue<T>, held: readonly Held<T>[]): void;
  lost(held: Held<T>, error: unknown): void;
}

/** What is looked at so many times in a visibility time-out. */
const looks = 6;

/** Keeps messages invisible while they wait and are handled: one timer for all, ten in a request, those whose time is half over. */
export class Leases<T> {
  readonly #kept = new Set<Held<T>>();
  readonly #seconds: number;
  readonly #hearing: Hearing<T>;
  #timer: NodeJS.Timeout | undefined;

  constructor(seconds: number, hearing: Hearing<T>) {
    this.#seconds = seconds;
    this.#hearing = hearing;
  }

  begin(): void {
    this.#timer ??= setInterval(() => void this.#look(), (this.#seconds * 1_000) / looks);
  }

  end(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#kept.clear();
  }

  keep(held: Held<T>): void {
    this.#kept.add(held);
  }

  drop(held: Held<T>): void {
    this.#kept.delete(held);
  }

  async #look(): Promise<void> {
    const now = performance.now();
    const due = new Map<Queue<T>, Held<T>[]>();
    for (const held of this.#kept) {
      if (held.until <= now) this.#lose(held, new Error('its time was over before it could be extended'));
      else if (held.until - now <= (this.#seconds * 1_000) / 2)
        due.set(held.queue, [...(due.get(held.queue) ?? []), held]);
    }
    await Promise.all([...due].map(([queue, held]) => this.#extend(queue, held)));
  }

  /** What fails is looked at again; it is lost when its time is over. */
  async #extend(queue: Queue<T>, due: readonly Held<T>[]): Promise<void> {
    const before = performance.now();
    try {
      const outcomes = await queue.changeVisibilityBatch(
        due.map(({ message }) => message),
        this.#seconds,
      );
      const extended: Held<T>[] = [];
      for (const [at, held] of due.entries()) {
        const error = outcomes[at]?.error;
        if (error === undefined) {
          held.until = before + this.#seconds * 1_000;
          extended.push(held);
        } else if ((error as { readonly senderFault?: boolean }).senderFault && this.#kept.has(held))
          this.#lose(held, error);
      }
      if (extended.length > 0) this.#hearing.extended(queue, extended);
    } catch {
      // The request failed as a whole, and is made again at the next look.
    }
  }

  /** What has been decided already is on its way, and its own outcome says how it went. */
  #lose(held: Held<T>, error: unknown): void {
    if (held.isSettled) return;
    this.#kept.delete(held);
    this.#hearing.lost(held, error);
  }
}
