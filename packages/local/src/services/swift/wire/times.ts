/** Swift counts time in units of 10 µs since 1970. */
const UNITS = 100_000;

/** A time as headers name it: `1700000000.12345`. */
export function timestamp(stamp: number): string {
  return (stamp / UNITS).toFixed(5).padStart(16, '0');
}

/** The seconds since 1970, up: nothing may be newer than it says. */
export function seconds(stamp: number): number {
  return Math.ceil(stamp / UNITS);
}

/** A time as `Last-Modified` names it. */
export function httpDate(stamp: number): string {
  return new Date(seconds(stamp) * 1000).toUTCString();
}

/** A time as listings name it: in UTC, with microseconds, and without a zone. */
export function isoTime(stamp: number): string {
  const whole = Math.floor(stamp / UNITS);
  const micros = (stamp - whole * UNITS) * 10;
  return `${new Date(whole * 1000).toISOString().slice(0, 19)}.${String(micros).padStart(6, '0')}`;
}

/** Gives times that never come twice, nor go back. */
export class Stamps {
  #last = 0;

  /** @param now - ms since 1970 */
  next(now: number): number {
    this.#last = Math.max(Math.floor(now * (UNITS / 1000)), this.#last + 1);
    return this.#last;
  }
}
