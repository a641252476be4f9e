import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../clock/manual-clock.js';
import type { MessageContent } from '../messages/message.js';
import { newAttributes } from '../settings/check-attributes.js';
import { Queue } from './queue.js';
import type { Received } from './receive-request.js';

const content = (body: string, groupId: string | undefined): MessageContent => ({
  body,
  bodyMd5: '',
  attributes: {},
  traceHeader: undefined,
  groupId,
  deduplicationId: groupId === undefined ? undefined : body,
  senderId: '1',
});

/** Makes a queue of each kind by itself, without a network before it. */
function makeQueue(clock: ManualClock, fifo: boolean): Queue {
  const name = fifo ? 'q.fifo' : 'q';
  const attributes = newAttributes(name, fifo ? { FifoQueue: 'true' } : {});
  return new Queue({ account: '111122223333', region: 'eu-west-1', name }, attributes, {
    clock,
    find: () => undefined,
  });
}

function receive(queue: Queue, most: number, visibilityTimeout: number): readonly Received[] {
  const received = queue.receive({
    most,
    visibilityTimeout,
    waitTime: 0,
    attemptId: undefined,
    onGone: () => () => {},
  });
  if (received instanceof Promise) throw new Error('it waits');
  return received;
}

const step = fc.oneof(
  fc.record({ what: fc.constant('send' as const), group: fc.constantFrom('a', 'b', 'c'), delay: fc.nat(3) }),
  fc.record({ what: fc.constant('receive' as const), most: fc.integer({ min: 1, max: 4 }), time: fc.nat(4) }),
  fc.record({ what: fc.constant('delete' as const), which: fc.nat(30) }),
  fc.record({ what: fc.constant('hide' as const), which: fc.nat(30), time: fc.nat(4) }),
  fc.record({ what: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 3 }) }),
);

interface Kept {
  readonly group: string;
  readonly order: number;
  handle: string;
  hiddenUntil: number;
  receives: number;
}

/** What is in a queue, said in the plainest way: every message is looked at for every question. */
class Model {
  readonly messages = new Map<string, Kept>();

  readonly #fifo: boolean;

  constructor(fifo: boolean) {
    this.#fifo = fifo;
  }

  inFlight(now: number): readonly Kept[] {
    return [...this.messages.values()].filter(({ hiddenUntil, receives }) => hiddenUntil > now && receives > 0);
  }

  /** Those that a receive may give: in a FIFO queue, of groups of which none is in flight. */
  receivable(now: number): readonly (readonly [string, Kept])[] {
    const blocked = this.#fifo ? new Set(this.inFlight(now).map(({ group }) => group)) : new Set();
    return [...this.messages].filter(([, { hiddenUntil, group }]) => hiddenUntil <= now && !blocked.has(group));
  }

  /** Whether these may be given next, in this order. */
  check(given: readonly Received[], most: number, now: number): void {
    const receivable = this.receivable(now);
    expect(given).toHaveLength(Math.min(most, receivable.length));
    const ids = given.map(({ message }) => message.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(receivable.map(([one]) => one)).toContain(id);
    if (!this.#fifo) return;
    for (const group of ['a', 'b', 'c']) {
      const expected = receivable.filter(([, one]) => one.group === group).sort(([, a], [, b]) => a.order - b.order);
      const got = given.filter(({ message }) => message.content.groupId === group).map(({ message }) => message.id);
      expect(got).toEqual(expected.slice(0, got.length).map(([id]) => id));
    }
  }
}

describe.each([
  ['a standard queue', false],
  ['a FIFO queue', true],
])('%s', (_, fifo) => {
  it('gives what may be given, in order where there is one, and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const clock = new ManualClock(0);
        const queue = makeQueue(clock, fifo);
        const model = new Model(fifo);
        const pick = (which: number) => [...model.messages].filter(([, { receives }]) => receives > 0)[which];
        let sent = 0;
        for (const one of steps) {
          const now = clock.now();
          if (one.what === 'send') {
            sent += 1;
            const delay = fifo ? 0 : one.delay;
            const { id } = queue.send(content(`${sent}`, fifo ? one.group : undefined), delay);
            const kept = { group: one.group, order: sent, handle: '', hiddenUntil: now + delay * 1000, receives: 0 };
            model.messages.set(id, kept);
          } else if (one.what === 'receive') {
            const given = receive(queue, one.most, one.time);
            model.check(given, one.most, now);
            for (const { message, handle, receive: receives } of given) {
              const kept = model.messages.get(message.id);
              if (kept) Object.assign(kept, { handle, receives, hiddenUntil: now + one.time * 1000 });
            }
          } else if (one.what === 'delete') {
            const [id, kept] = pick(one.which) ?? [];
            if (id === undefined || !kept || (fifo && kept.hiddenUntil <= now)) continue;
            queue.delete(kept.handle);
            model.messages.delete(id);
          } else if (one.what === 'hide') {
            const [, kept] = pick(one.which) ?? [];
            if (!kept || kept.hiddenUntil <= now) continue;
            queue.changeVisibility(kept.handle, one.time);
            kept.hiddenUntil = now + one.time * 1000;
          } else clock.advance(one.seconds * 1000);
          expect(queue.counts.inFlight).toBe(model.inFlight(clock.now()).length);
          const { visible, inFlight, delayed } = queue.counts;
          expect(visible + inFlight + delayed).toBe(model.messages.size);
        }
        clock.advance(10_000);
        const rest: string[] = [];
        for (let more = receive(queue, 10, 60); more.length > 0; more = receive(queue, 10, 60)) {
          rest.push(...more.map(({ message }) => message.id));
          if (fifo) for (const { handle } of more) queue.delete(handle);
        }
        expect(rest.sort()).toEqual([...model.messages.keys()].sort());
      }),
      { numRuns: 500 },
    );
  });
});

describe('limits of what is in flight', () => {
  it.each([
    ['a standard queue says so', false, 'OverLimit'],
    ['a FIFO queue gives nothing', true, undefined],
  ])('%s', (_, fifo, code) => {
    const clock = new ManualClock(0);
    const queue = makeQueue(clock, fifo);
    for (let at = 0; at <= 120_000; at += 1) queue.send(content(`${at}`, fifo ? `${at}` : undefined));
    let received = 0;
    let last = '';
    while (received < 120_000) {
      const given = receive(queue, 10, 3600);
      received += given.length;
      last = given.at(-1)?.handle ?? '';
    }
    const over = () => receive(queue, 10, 3600);
    if (code) expect(over).toThrow(expect.objectContaining({ code }));
    else expect(over()).toEqual([]);
    queue.delete(last);
    expect(over()).toHaveLength(1);
  });
});
