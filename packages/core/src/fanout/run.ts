import { TimeOverError } from '../errors/time-over-error.js';
import { currentCall } from './call.js';
import { CancelledError } from './cancelled-error.js';
import type { Limits } from './limits.js';
import type { FailureStatus } from './outcome.js';

/** Why everything that is under way ends now. */
export interface Stop {
  readonly status: FailureStatus;
  readonly error: Error;
}

/** One run of a fan-out or a stream: what may end all of its calls, and what it leaves behind (nothing). */
export class Run {
  readonly limits: Limits;
  readonly #listeners = new Set<(stop: Stop) => void>();
  readonly #onAbort = (event: Event): void => this.#cancelledBy(event.target as AbortSignal);
  #signals: readonly AbortSignal[] = [];
  #nested = false;
  #timer: NodeJS.Timeout | undefined;
  #began = 0;
  #stopped: Stop | undefined;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Whether it was begun by a call of another run: that one has its slot of the process already, so this one needs none. */
  get nested(): boolean {
    return this.#nested;
  }

  /** Why the run has ended early, if it has. */
  get stopped(): Stop | undefined {
    return this.#stopped;
  }

  /** When it began, by the clock of `performance.now()`. */
  get began(): number {
    return this.#began;
  }

  /** Milliseconds since the beginning. */
  get elapsed(): number {
    return performance.now() - this.#began;
  }

  /** Starts the clocks and listens to the signals until {@link Run.end}. */
  begin(): void {
    const parent = currentCall();
    this.#nested = parent !== undefined;
    this.#signals = parent === undefined ? this.limits.signals : [...this.limits.signals, parent.signal];
    this.#began = performance.now();
    for (const signal of this.#signals) {
      if (signal.aborted) this.#cancelledBy(signal);
      else signal.addEventListener('abort', this.#onAbort, { once: true });
    }
    const { deadline } = this.limits;
    if (deadline === undefined) return;
    this.#timer = setTimeout(() => {
      this.stop({ status: 'timedOut', error: new TimeOverError('deadline', deadline) });
    }, deadline);
  }

  /** Ends everything under way for this reason; only the first reason counts. */
  stop(reason: Stop): void {
    if (this.#stopped !== undefined) return;
    this.#stopped = reason;
    for (const listener of [...this.#listeners]) listener(reason);
    this.#listeners.clear();
  }

  /** Ends everything under way because nobody wants the rest. Gives the reason that counts. */
  abandon(why: string): Stop {
    const left: Stop = { status: 'cancelled', error: new CancelledError(why) };
    this.stop(left);
    return this.#stopped ?? left;
  }

  /** Tells `listener` of an early end; what is returned stops telling it. */
  onStop(listener: (stop: Stop) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The promise's value, unless the run ends first: then its reason is thrown. A value that is here already is first. */
  unlessStopped<R>(promise: Promise<R>): Promise<R> {
    return new Promise((resolve, reject) => {
      const offStop = this.onStop(({ error }) => reject(error));
      promise.then(resolve, reject).finally(offStop);
      const stopped = this.#stopped;
      if (stopped !== undefined) queueMicrotask(() => reject(stopped.error));
    });
  }

  /** Leaves no timer and no listener behind. */
  end(): void {
    clearTimeout(this.#timer);
    for (const signal of this.#signals) signal.removeEventListener('abort', this.#onAbort);
    this.#listeners.clear();
  }

  #cancelledBy(signal: AbortSignal): void {
    const message = 'the call was cancelled by its signal before this target had answered';
    this.stop({ status: 'cancelled', error: new CancelledError(message, { cause: signal.reason }) });
  }
}
