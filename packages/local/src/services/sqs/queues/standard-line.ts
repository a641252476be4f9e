import type { Message } from '../messages/message.js';
import type { Line } from './line.js';
import { LinkedLine } from './linked-line.js';

/** Of a standard queue: each message on its own, those that came back behind those that were there. */
export class StandardLine implements Line {
  readonly #messages = new LinkedLine<Message>();

  get size(): number {
    return this.#messages.size;
  }

  begin(): void {}

  next(): Message | undefined {
    return this.#messages.first;
  }

  add(message: Message): void {
    this.#messages.add(message);
  }

  remove(message: Message): void {
    this.#messages.remove(message);
  }

  take(message: Message): void {
    this.#messages.remove(message);
  }

  release(): void {}
}
