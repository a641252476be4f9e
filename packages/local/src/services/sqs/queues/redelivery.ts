import type { Received, ReceiveRequest } from './receive-request.js';

interface Attempt {
  readonly at: number;
  readonly received: readonly Received[];
}

const WINDOW_MS = 5 * 60_000;

/**
 * The receives that a FIFO queue's clients named, so that one whose answer got lost can be repeated and gives the same
 * messages and handles.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-receiverequestattemptid-request-parameter.html
 */
export class Redelivery {
  readonly #attempts = new Map<string, Attempt>();

  /** What the same receive gave, as long as nothing has become of any of it. */
  find({ attemptId }: ReceiveRequest, now: number): readonly Received[] | undefined {
    const attempt = attemptId === undefined ? undefined : this.#attempts.get(attemptId);
    if (!attempt || now - attempt.at >= WINDOW_MS) return undefined;
    return attempt.received.every(isUnchanged) ? attempt.received : undefined;
  }

  add({ attemptId }: ReceiveRequest, received: readonly Received[], now: number): void {
    if (attemptId === undefined || received.length === 0) return;
    this.#forget(now);
    // Last, so that the first is the one of longest ago.
    this.#attempts.delete(attemptId);
    this.#attempts.set(attemptId, { at: now, received });
  }

  #forget(now: number): void {
    for (const [id, { at }] of this.#attempts) {
      if (now - at < WINDOW_MS) return;
      this.#attempts.delete(id);
    }
  }
}

function isUnchanged({ message, receive }: Received): boolean {
  return message.state === 'inFlight' && message.receiveCount === receive;
}
