import type { TracingChannel } from 'node:diagnostics_channel';

/** What an event of a tracing channel tells: `error` is there once something went wrong. */
interface Trace {
  error: Error | undefined;
}

/**
 * Runs `work`, which never rejects before it has put the error into `trace`, between the events of a tracing channel. Node's own
 * `tracePromise` would hand the result to whoever listens, and a result may hold secrets.
 */
export function traced<T extends Trace, R>(
  channel: TracingChannel<unknown, T>,
  trace: T,
  work: () => Promise<R>,
): Promise<R> {
  const settle = (): void => {
    if (trace.error !== undefined) channel.error.publish(trace);
    channel.asyncStart.publish(trace);
    channel.asyncEnd.publish(trace);
  };
  return channel.start.runStores(trace, () => {
    const working = work();
    channel.end.publish(trace);
    return working.finally(settle);
  });
}
