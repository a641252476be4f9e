import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { json } from '../messages/codecs/codecs.js';
import type { Message } from '../messages/message.js';
import { localSqs, regions } from '../testing/cloud.js';
import type { ConsumeEvent } from './consume-event.js';

/** A queue in every region with so many messages in each, which says of itself where it is. */
async function filled(count: number, options: object = {}) {
  const { cloud, everywhere } = await localSqs();
  const queues = await everywhere.createQueue('jobs', options);
  for (const queue of queues) {
    const more = queue.isFifo
      ? (index: number) => ({ groupId: `g${index % 5}`, deduplicationId: `${index}` })
      : () => ({});
    const bodies = Array.from({ length: count }, (_, index) => ({ body: `${queue.region} ${index}`, ...more(index) }));
    await queue.sendBatch(bodies);
  }
  const name = queues[0]?.name ?? '';
  const left = async () => {
    const counts = await Promise.all(queues.map((queue) => queue.counts()));
    return counts.map(({ visible, inFlight }) => visible + inFlight);
  };
  return { cloud, everywhere, queues, name, left };
}

/** Ends after so many calls. */
function endAfter(count: number) {
  const controller = new AbortController();
  let calls = 0;
  const call = (): void => {
    calls += 1;
    if (calls >= count) controller.abort();
  };
  return { signal: controller.signal, call };
}

const quick = { wait: 0, drainTimeout: 2_000 } as const;

test('messages of all regions go to one handler, each once, and are gone', async () => {
  const { everywhere, left } = await filled(40);
  const { signal, call } = endAfter(120);
  const handled: string[] = [];
  let [now, most] = [0, 0];
  const report = await everywhere.consume(
    async ({ body }) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      handled.push(body);
      now -= 1;
      call();
    },
    { queue: 'jobs', concurrency: 7, signal, ...quick },
  );
  expect(new Set(handled).size).toBe(120);
  expect(handled).toHaveLength(120);
  expect(most).toBe(7);
  expect(report).toMatchObject({ received: 120, handled: 120, deleted: 120, failed: 0, lost: 0 });
  expect(await left()).toEqual([0, 0, 0]);
});

test('a message is what its codec reads, and a loop takes them one at a time', async () => {
  const { everywhere } = await localSqs();
  const [queue] = await everywhere.createQueue('jobs');
  await queue
    ?.with({ codec: json<{ n: number }>() })
    .sendBatch([{ body: { n: 1 } }, { body: { n: 2 } }, { body: { n: 3 } }]);
  const seen: number[] = [];
  for await (const message of everywhere.consume({ queue: 'jobs', codec: json<{ n: number }>(), ...quick })) {
    seen.push(message.value.n);
    if (seen.length === 3) break;
  }
  expect(seen.sort()).toEqual([1, 2, 3]);
  // Two were done, and the one that was in hand was given back.
  expect(await queue?.counts()).toEqual({ visible: 1, inFlight: 0, delayed: 0 });
});

test('leaving the loop gives back all that was at hand', async () => {
  const { everywhere, queues, left } = await filled(20);
  for await (const _ of everywhere.consume({ queue: 'jobs', ...quick })) break;
  expect(await left()).toEqual([20, 20, 20]);
  expect((await Promise.all(queues.map((queue) => queue.counts()))).map(({ inFlight }) => inFlight)).toEqual([0, 0, 0]);
});

test('a signal lets the loop end by itself, with its last message done', async () => {
  const { everywhere, left } = await filled(5);
  const controller = new AbortController();
  let seen = 0;
  for await (const _ of everywhere.consume({ queue: 'jobs', signal: controller.signal, ...quick })) {
    seen += 1;
    if (seen === 4) controller.abort();
  }
  expect(seen).toBe(4);
  expect((await left()).reduce((sum, one) => sum + one, 0)).toBe(11);
});

test('what a handler fails with gives the message back, after what was chosen', async () => {
  const { everywhere, queues } = await filled(1);
  const events: ConsumeEvent[] = [];
  const { signal, call } = endAfter(4);
  const failed = new Set<string>();
  const report = await everywhere.consume(
    (message: Message) => {
      call();
      if (message.region !== 'eu-west-1' || failed.has(message.id)) return;
      failed.add(message.id);
      throw new Error('not today');
    },
    {
      queue: 'jobs',
      signal,
      retryAfter: (_, error) => (String(error).includes('today') ? 0 : 9),
      onEvent: (event) => void events.push(event),
      ...quick,
    },
  );
  expect(report).toMatchObject({ received: 4, handled: 3, failed: 1, deleted: 3 });
  expect(events.find(({ type }) => type === 'failed')).toMatchObject({
    region: 'eu-west-1',
    queue: 'jobs',
    retryIn: 0,
  });
  expect((await Promise.all(queues.map((queue) => queue.counts()))).map(({ visible }) => visible)).toEqual([0, 0, 0]);
});

test('a slow handler stops the polling: no more is received than is handled and prefetched', async () => {
  const { everywhere, left } = await filled(50);
  const controller = new AbortController();
  let release = (): void => {};
  const blocked = new Promise<void>((resolve) => {
    release = resolve;
  });
  let received = 0;
  const running = everywhere.consume(() => blocked, {
    queue: 'jobs',
    concurrency: 2,
    prefetch: 6,
    signal: controller.signal,
    ...quick,
    onEvent: (event) => {
      if (event.type === 'received') received += event.messages;
    },
  });
  await vi.waitFor(() => expect(received).toBe(8));
  controller.abort();
  release();
  expect(await running).toMatchObject({ received: 8, handled: 2, deleted: 2, returned: 6 });
  expect((await left()).reduce((sum, one) => sum + one, 0)).toBe(148);
});

test('a FIFO group is handled in its order, one at a time, also where some fail', async () => {
  const { everywhere, name, left } = await filled(30, { fifo: true });
  const failing = new Set(['eu-west-1 7', 'us-east-1 12', 'us-east-1 13']);
  const handled = new Map<string, number[]>();
  const { signal, call } = endAfter(90);
  const running = new Set<string>();
  await everywhere.consume(
    async (message: Message) => {
      const group = `${message.region} ${message.groupId}`;
      expect(running.has(group)).toBe(false);
      running.add(group);
      await new Promise((resolve) => setImmediate(resolve));
      running.delete(group);
      if (failing.delete(message.body)) throw new Error('once more');
      handled.set(group, [...(handled.get(group) ?? []), Number(message.body.split(' ')[1])]);
      call();
    },
    { queue: name, concurrency: 8, signal, ...quick },
  );
  for (const own of handled.values()) expect(own).toEqual(own.toSorted((a, b) => a - b));
  expect([...handled.values()].flat()).toHaveLength(90);
  expect(await left()).toEqual([0, 0, 0]);
});

test('what was handled in one region is not handled in another', async () => {
  const { everywhere } = await localSqs();
  for (const queue of await everywhere.createQueue('jobs')) await queue.sendBatch([{ body: 'a' }, { body: 'b' }]);
  const handled: string[] = [];
  let duplicates = 0;
  const controller = new AbortController();
  const report = await everywhere.consume(({ body }) => void handled.push(body), {
    queue: 'jobs',
    duplicateKey: ({ body }) => body,
    signal: controller.signal,
    ...quick,
    onEvent: ({ type }) => {
      if (type === 'duplicate') duplicates += 1;
      if (duplicates === 4) controller.abort();
    },
  });
  expect(handled.sort()).toEqual(['a', 'b']);
  expect(report).toMatchObject({ handled: 2, duplicates: 4, deleted: 6 });
});
test('a region that fails is left alone for a while and told of, and the others go on', async () => {
  const { cloud, everywhere, left } = await filled(10);
  await cloud.setFaults({ 'eu-west-1': { kind: 'error' } });
  const events: ConsumeEvent[] = [];
  const { signal, call } = endAfter(20);
  const queues = ['us-east-1', 'eu-west-1', 'ap-southeast-2'].map((region) => {
    return everywhere.queueAt(`${cloud.url}/${cloud.accounts[0]?.id}/jobs`, { region });
  });
  const report = await everywhere.consume(call, {
    queue: queues,
    signal,
    onEvent: (event) => void events.push(event),
    ...quick,
  });
  expect(report).toMatchObject({ handled: 20, deleted: 20 });
  expect(events.filter(({ type }) => type === 'regionFailed').map(({ region }) => region)).toContain('eu-west-1');
  await cloud.setFaults({});
  expect(await left()).toEqual([0, 10, 0]);
});

test('handlers that do not end in time are told, and their messages given back', async () => {
  const { everywhere, left } = await filled(1);
  const controller = new AbortController();
  const told: unknown[] = [];
  let begun = 0;
  const running = everywhere.consume(
    (_, { signal }) =>
      new Promise<void>((_resolve) => {
        begun += 1;
        if (begun === regions.length) controller.abort();
        signal.addEventListener('abort', () => told.push(signal.reason));
      }),
    { queue: 'jobs', signal: controller.signal, wait: 0, drainTimeout: 50 },
  );
  expect(await running).toMatchObject({ received: 3, handled: 0, deleted: 0, returned: 3 });
  expect(told).toHaveLength(3);
  expect(await left()).toEqual([1, 1, 1]);
});

test('a queue that no region has is an error, and so are options that cannot work', async () => {
  const { everywhere } = await localSqs();
  await expect(everywhere.consume(() => {}, { queue: 'nobody' })).rejects.toThrow('no region has a queue "nobody"');
  const bad: [object, RegExp][] = [
    [{ queue: 'jobs', concurrency: 0 }, /concurrency is 0/],
    [{ queue: 'jobs', visibility: 1 }, /visibility is 1/],
    [{ queue: 'jobs', wait: 21 }, /wait is 21/],
    [{ queue: 'jobs', colour: 'red' }, /'colour' is not an option/],
    [{}, /queue is the name of one/],
  ];
  for (const [options, message] of bad) {
    await expect((async () => everywhere.consume(() => {}, options as never))()).rejects.toThrow(message);
  }
});

test('whenever it ends, each message was deleted or is there to be received', async () => {
  const { everywhere, queues } = await filled(0);
  const plan = fc.record({
    messages: fc.integer({ min: 1, max: 25 }),
    failing: fc.integer({ min: 2, max: 9 }),
    concurrency: fc.integer({ min: 1, max: 6 }),
    prefetch: fc.nat(20),
    endAfter: fc.integer({ min: 1, max: 40 }),
  });
  await fc.assert(
    fc.asyncProperty(plan, async ({ messages, failing, concurrency, prefetch, endAfter: last }) => {
      const sources = queues.slice(0, 2);
      for (const queue of sources)
        await queue.sendBatch(Array.from({ length: messages }, (_, at) => ({ body: `${at}` })));
      const { signal, call } = endAfter(Math.min(last, 2 * messages));
      let turn = 0;
      const report = await everywhere.consume(
        async () => {
          turn += 1;
          const isFailing = turn % failing === 0;
          await new Promise((resolve) => setImmediate(resolve));
          call();
          if (isFailing) throw new Error('now and then');
        },
        { queue: sources, concurrency, prefetch, signal, ...quick },
      );
      const counts = await Promise.all(sources.map((queue) => queue.counts()));
      expect(counts.map(({ inFlight }) => inFlight)).toEqual([0, 0]);
      const left = counts.reduce((sum, { visible }) => sum + visible, 0);
      expect(left + report.deleted).toBe(2 * messages);
      expect(report.received).toBe(report.deleted + report.returned);
      expect(report.lost).toBe(0);
      for (const queue of sources) {
        for (let batch = await queue.receive({ wait: 0 }); batch.length > 0; batch = await queue.receive({ wait: 0 })) {
          await queue.deleteBatch(batch);
        }
      }
    }),
    { numRuns: 40 },
  );
});
