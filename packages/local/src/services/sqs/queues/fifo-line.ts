import type { Message } from '../messages/message.js';
import type { Line } from './line.js';
import { LinkedLine } from './linked-line.js';

interface Group {
  readonly id: string;
  readonly waiting: LinkedLine<Message>;
  inFlight: number;
}

/**
 * Of a FIFO queue: group by group, and in each by sequence. A group of which a message is in flight is blocked, but for
 * the receive that took it.
 */
export class FifoLine implements Line {
  readonly #groups = new Map<string, Group>();
  readonly #open = new LinkedLine<Group>();
  #size = 0;
  #current: Group | undefined;

  get size(): number {
    return this.#size;
  }

  begin(): void {
    this.#current = undefined;
  }

  next(): Message | undefined {
    // As many as there are of one group, before another's.
    if (!this.#current?.waiting.first) this.#current = this.#open.first;
    return this.#current?.waiting.first;
  }

  add(message: Message): void {
    const group = this.#groupOf(message);
    // What came back goes before what was not received yet; only others of the same receive are before it.
    if (message.receiveCount > 0) group.waiting.addBefore(message, ({ sequence }) => sequence > message.sequence);
    else group.waiting.add(message);
    this.#size += 1;
    this.#settle(group);
  }

  remove(message: Message): void {
    const group = this.#groupOf(message);
    if (group.waiting.remove(message)) this.#size -= 1;
    this.#settle(group);
  }

  take(message: Message): void {
    this.#groupOf(message).inFlight += 1;
    this.remove(message);
  }

  release(message: Message): void {
    const group = this.#groupOf(message);
    group.inFlight -= 1;
    this.#settle(group);
  }

  #groupOf({ content }: Message): Group {
    const id = content.groupId ?? '';
    const group = this.#groups.get(id) ?? { id, waiting: new LinkedLine(), inFlight: 0 };
    this.#groups.set(id, group);
    return group;
  }

  #settle(group: Group): void {
    const free = group.inFlight === 0 && group.waiting.size > 0;
    if (free) this.#open.add(group);
    else this.#open.remove(group);
    if (group.inFlight === 0 && group.waiting.size === 0) this.#groups.delete(group.id);
  }
}
