import { ApiError } from '../../../wire/api-error.js';
import type { Message } from '../messages/message.js';
import { Receipts } from '../messages/receipts.js';
import { invalidValue } from '../sqs-error.js';
import type { MessageStore } from './message-store.js';

const LONGEST_S = 43_200;

/** What receivers do to a queue's messages by their handles. */
export class Handles {
  readonly #store: MessageStore;
  readonly #receipts = new Receipts();

  constructor(store: MessageStore) {
    this.#store = store;
  }

  /** The handle of a message's last receive. */
  of(message: Message): string {
    return this.#receipts.write(message);
  }

  /** Deletes what a handle stands for. Throws {@link ApiError} for a handle that stands for nothing. */
  delete(handle: string, fifo: boolean): void {
    const { messageId, receive } = this.#receipts.read(handle);
    const message = this.#store.find(messageId);
    if (!message) return;
    const current = message.receiveCount === receive;
    if (fifo && !(current && message.state === 'inFlight')) {
      throw invalidValue('ReceiptHandle', handle, 'The receipt handle has expired.');
    }
    // A standard queue takes an older handle and does nothing.
    if (current) this.#store.remove(message);
  }

  /**
   * Hides a received message for so many seconds from now. Throws {@link ApiError} for one that is not in flight, or would
   * be so for more than 12 hours.
   */
  hide(handle: string, seconds: number, now: number): void {
    const { messageId, receive } = this.#receipts.read(handle);
    const message = this.#store.find(messageId);
    if (message?.receiveCount !== receive) {
      throw invalidValue(
        'ReceiptHandle',
        handle,
        'Message does not exist or is not available for visibility timeout change.',
      );
    }
    if (message.state !== 'inFlight') {
      throw new ApiError('MessageNotInflight', 'The message referred to is not in flight.');
    }
    const visibleAt = now + seconds * 1000;
    if (visibleAt - message.lastReceivedAt > LONGEST_S * 1000) {
      throw invalidValue(
        'VisibilityTimeout',
        seconds,
        `Total VisibilityTimeout for the message is beyond the limit [${LONGEST_S} seconds].`,
      );
    }
    this.#store.hideUntil(message, visibleAt);
  }
}
