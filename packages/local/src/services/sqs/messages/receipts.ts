import { createHmac, randomBytes } from 'node:crypto';
import { ApiError } from '../../../wire/api-error.js';
import type { Message } from './message.js';

/** Which receive of which message a handle stands for. */
export interface Receipt {
  readonly messageId: string;
  /** How often the message had been received then. */
  readonly receive: number;
}

const HANDLE = /^([\w-]+)#(\d+)#([\w-]+)$/;

/** The receipt handles of one queue: no other queue's are taken, nor made-up ones. */
export class Receipts {
  readonly #key = randomBytes(16);

  write({ id, receiveCount }: Message): string {
    const receipt = `${id}#${receiveCount}`;
    return Buffer.from(`${receipt}#${this.#sign(receipt)}`).toString('base64');
  }

  /** Throws {@link ApiError} `ReceiptHandleIsInvalid` for one that this queue did not give. */
  read(handle: string): Receipt {
    const [, messageId, receive, signature] = HANDLE.exec(Buffer.from(handle, 'base64').toString()) ?? [];
    if (messageId && receive && signature === this.#sign(`${messageId}#${receive}`)) {
      return { messageId, receive: Number(receive) };
    }
    throw new ApiError('ReceiptHandleIsInvalid', `The input receipt handle "${handle}" is not a valid receipt handle.`);
  }

  #sign(receipt: string): string {
    return createHmac('sha1', this.#key).update(receipt).digest('base64url');
  }
}
