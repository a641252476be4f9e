/** A limit of time on work that takes a signal. */
export interface TimeLimit {
  /** Aborts when the time is over, or with the caller's own signal. */
  readonly signal: AbortSignal;
  /** The milliseconds, once they are over. */
  readonly expired: number | undefined;
  /** Ends the clock and takes its listener off the caller's signal. */
  end(): void;
}

/** Starts the clock. Without milliseconds, there is no limit. */
export function startTimeLimit(milliseconds: number | undefined, outer: AbortSignal | undefined): TimeLimit {
  const controller = new AbortController();
  let expired: number | undefined;
  const expire = (): void => {
    expired = milliseconds;
    controller.abort();
  };
  const cancel = (): void => controller.abort(outer?.reason);
  const timer = milliseconds === undefined ? undefined : setTimeout(expire, milliseconds);
  if (outer?.aborted) cancel();
  else outer?.addEventListener('abort', cancel, { once: true });
  return {
    signal: controller.signal,
    get expired() {
      return expired;
    },
    end() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', cancel);
    },
  };
}
