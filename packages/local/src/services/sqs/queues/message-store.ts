import type { Message } from '../messages/message.js';
import { DueHeap } from './due-heap.js';
import type { Line } from './line.js';

/** How many messages are in each state. */
export interface MessageCounts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

/** The messages of one queue and what becomes of them: every step costs at most the logarithm of their number. */
export class MessageStore {
  readonly #line: Line;
  readonly #messages = new Map<string, Message>();
  /** The delayed by when they can be seen, those in flight by when they are visible again. */
  readonly #later = new DueHeap<Message>();
  readonly #byAge = new DueHeap<Message>();
  #inFlight = 0;

  constructor(line: Line) {
    this.#line = line;
  }

  get counts(): MessageCounts {
    return {
      visible: this.#line.size,
      inFlight: this.#inFlight,
      delayed: this.#later.size - this.#inFlight,
    };
  }

  /** When the next message becomes visible by itself. */
  get nextChange(): number | undefined {
    return this.#later.next;
  }

  find(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  /** Takes in a message that is to be visible from then on. */
  add(message: Message, visibleAt: number, now: number): void {
    this.#messages.set(message.id, message);
    this.#byAge.add(message, message.sentAt);
    if (visibleAt <= now) this.#show(message);
    else this.#later.add(message, visibleAt);
  }

  /** Does what is due by now: what is too old goes, what was hidden for long enough shows. */
  settle(now: number, retention: number): void {
    for (let old = this.#byAge.take(now - retention); old; old = this.#byAge.take(now - retention)) this.remove(old);
    for (let due = this.#later.take(now); due; due = this.#later.take(now)) {
      this.#land(due);
      this.#show(due);
    }
  }

  /** The messages that a receive may take, one after the other: take each, or remove it. */
  *receivable(): Generator<Message> {
    this.#line.begin();
    for (let next = this.#line.next(); next; next = this.#line.next()) yield next;
  }

  /** Gives a visible message out until then. */
  take(message: Message, now: number, visibleAt: number): void {
    this.#line.take(message);
    message.state = 'inFlight';
    message.receiveCount += 1;
    message.firstReceivedAt ??= now;
    message.lastReceivedAt = now;
    this.#inFlight += 1;
    this.#later.add(message, visibleAt);
  }

  /** Hides a message in flight, or one not yet to be seen, until then. */
  hideUntil(message: Message, visibleAt: number): void {
    this.#later.add(message, visibleAt);
  }

  /** The message is gone, whatever it was doing. */
  remove(message: Message): void {
    if (message.state === 'gone') return;
    this.#messages.delete(message.id);
    this.#byAge.remove(message);
    this.#later.remove(message);
    if (message.state === 'visible') this.#line.remove(message);
    this.#land(message);
    message.state = 'gone';
  }

  /** Every message is gone. */
  clear(): void {
    for (const message of [...this.#messages.values()]) this.remove(message);
  }

  /** Those that nobody can see yet, as they were sent. */
  delayed(): readonly Message[] {
    const delayed = this.#later.items().filter(({ state }) => state === 'delayed');
    return [...delayed].sort((a, b) => a.sequence - b.sequence);
  }

  #land(message: Message): void {
    if (message.state !== 'inFlight') return;
    this.#inFlight -= 1;
    this.#line.release(message);
  }

  #show(message: Message): void {
    message.state = 'visible';
    this.#line.add(message);
  }
}
