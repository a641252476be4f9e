import type { Message } from '../messages/message.js';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html */
const WINDOW_MS = 5 * 60_000;

/** What a FIFO queue took in the last five minutes, whatever became of it. */
export class Deduplication {
  #taken = new Map<string, Message>();
  #sweptAt = Number.NEGATIVE_INFINITY;

  /** The message that was taken in with the same key. */
  find(key: string, now: number): Message | undefined {
    const message = this.#taken.get(key);
    return message && now - message.sentAt < WINDOW_MS ? message : undefined;
  }

  add(key: string, message: Message, now: number): void {
    this.#sweep(now);
    this.#taken.set(key, message);
  }

  /** Once in a window, so that each message is looked at twice at most. */
  #sweep(now: number): void {
    if (now - this.#sweptAt < WINDOW_MS) return;
    this.#sweptAt = now;
    this.#taken = new Map([...this.#taken].filter(([, { sentAt }]) => now - sentAt < WINDOW_MS));
  }
}
