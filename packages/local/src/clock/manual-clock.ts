import type { Clock } from './clock.js';

interface Alarm {
  readonly at: number;
  readonly call: () => void;
}

/**
 * A clock that stands still until it is told to go on, so that a test need not wait for visibility time-outs, delays and
 * retention.
 *
 * @example
 * ```ts
 * const clock = new ManualClock();
 * const cloud = await startLocalCloud({ clock });
 * clock.advance(30_000); // what was received half a minute ago is visible again
 * ```
 */
export class ManualClock implements Clock {
  #now: number;
  readonly #alarms = new Set<Alarm>();

  /** @param now - what time it is at first, in ms since 1970 */
  constructor(now: number = Date.now()) {
    this.#now = now;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#now;
  }

  /** Calls back when {@link advance} has gone so far. */
  after(ms: number, call: () => void): () => void {
    const alarm = { at: this.#now + Math.max(0, ms), call };
    this.#alarms.add(alarm);
    return () => void this.#alarms.delete(alarm);
  }

  /** Goes on by so many ms, doing on the way what is due, in its order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let alarm = this.#first(); alarm && alarm.at <= end; alarm = this.#first()) {
      this.#alarms.delete(alarm);
      this.#now = Math.max(this.#now, alarm.at);
      alarm.call();
    }
    this.#now = end;
  }

  /** The next one due; of several at the same time, the one that was set first. */
  #first(): Alarm | undefined {
    let first: Alarm | undefined;
    for (const alarm of this.#alarms) if (!first || alarm.at < first.at) first = alarm;
    return first;
  }
}
