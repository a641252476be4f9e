import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import type { Message } from '../messages/message.js';
import type { Reading } from '../queues/queue.js';
import type { ConsumeEvent } from './consume-event.js';

/**
 * How queues are consumed. Numbers of messages are for all regions together.
 *
 * @example
 * ```ts
 * const options: ConsumeOptions<Job> = { queue: 'jobs', codec: json<Job>(), concurrency: 50, signal };
 * ```
 */
export interface ConsumeOptions<T> extends Reading<T> {
  /** Messages that are handled at once. @defaultValue 10 */
  readonly concurrency?: number | undefined;
  /** Messages that are received beyond those, to be at hand. @defaultValue as many as are handled at once, and ten for each queue at least */
  readonly prefetch?: number | undefined;
  /** Seconds that a message is invisible to others; it is extended while it is waited with and handled. 2 to 43,200. @defaultValue 30 */
  readonly visibility?: number | undefined;
  /** Seconds that an empty queue is waited for: 0 to 20. @defaultValue 20 */
  readonly wait?: number | undefined;
  /** Seconds after which a message whose handler failed is visible again, or a function that says so. @defaultValue 0 */
  readonly retryAfter?: number | ((message: Message<T>, error: unknown) => number) | undefined;
  /**
   * What tells a message that was handled already, in whichever region: it is deleted unhandled. The newest 100,000 keys are remembered.
   * @defaultValue every message is handled
   */
  readonly duplicateKey?: ((message: Message<T>) => string | undefined) | undefined;
  /** Ends it: nothing more is received, and what was is finished, or given back. @defaultValue it goes on */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that handlers and polls under way have to end by themselves, once the signal has ended it. @defaultValue 25,000 */
  readonly drainTimeout?: number | undefined;
  /** Hears what happens. What it throws is nobody's. @defaultValue nobody */
  readonly onEvent?: ((event: ConsumeEvent) => void) | undefined;
}

/** Options with their defaults. */
export interface Terms<T> {
  readonly concurrency: number;
  /** `undefined`: by how many queues there are. */
  readonly prefetch: number | undefined;
  readonly visibility: number;
  readonly wait: number;
  retryAfter(message: Message<T>, error: unknown): number;
  readonly duplicateKey: ((message: Message<T>) => string | undefined) | undefined;
  readonly signal: AbortSignal | undefined;
  readonly drainTimeout: number;
  /** Never throws. */
  readonly onEvent: ((event: ConsumeEvent) => void) | undefined;
}

const consumeOptionNames: readonly (keyof ConsumeOptions<unknown>)[] = [
  'codec',
  'bodies',
  'concurrency',
  'prefetch',
  'visibility',
  'wait',
  'retryAfter',
  'duplicateKey',
  'signal',
  'drainTimeout',
  'onEvent',
];

/** Reads and checks them. @throws OptionError */
export function termsOf<T>(options: ConsumeOptions<T>): Terms<T> {
  checkNames('consume(handler, options)', options, consumeOptionNames);
  const { concurrency = 10, visibility = 30, wait = 20, retryAfter = 0, drainTimeout = 25_000 } = options;
  const { prefetch, onEvent } = options;
  whole('concurrency', concurrency, 1, 100_000);
  if (prefetch !== undefined) whole('prefetch', prefetch, 0, 100_000);
  whole('visibility', visibility, 2, 43_200);
  whole('wait', wait, 0, 20);
  whole('drainTimeout', drainTimeout, 0, 2_147_483_647);
  if (typeof retryAfter === 'number') whole('retryAfter', retryAfter, 0, 43_200);
  return {
    concurrency,
    prefetch,
    visibility,
    wait,
    retryAfter: typeof retryAfter === 'function' ? retryAfter : () => retryAfter,
    duplicateKey: options.duplicateKey,
    signal: options.signal,
    drainTimeout,
    onEvent: onEvent === undefined ? undefined : quietly(onEvent),
  };
}

/** Who listens has no say in what becomes of a message. */
function quietly(listener: (event: ConsumeEvent) => void): (event: ConsumeEvent) => void {
  return (event) => {
    try {
      listener(event);
    } catch {
      // It is told of the next event all the same.
    }
  };
}

function whole(option: string, value: unknown, least: number, most: number): void {
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) return;
  throw new OptionError(`consume: ${option} is ${String(value)}; give a whole number from ${least} to ${most}`);
}
