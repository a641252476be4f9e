import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Message } from '../messages/message.js';
import type { Queue } from '../queues/queue.js';
import { setOn, Wire } from '../testing/wire.js';
import { Held } from './held.js';
import { Leases } from './leases.js';
import type { Source } from './source.js';

/** The SDK loads some of itself with a process's first request, which takes longer than the turns that `pass` waits for. */
beforeAll(async () => {
  const wire = new Wire(() => ({ statusCode: 200, body: '{"Successful":[],"Failed":[]}' }));
  await jobsOn(wire).changeVisibilityBatch(['any'], 1);
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Entry {
  readonly Id: string;
  readonly ReceiptHandle: string;
  readonly VisibilityTimeout: number;
}

function jobsOn(wire: Wire): Queue {
  return setOn(wire, ['eu-west-1']).queueAt('https://sqs.eu-west-1.amazonaws.com/111122223333/jobs');
}

/** Leases of 30 seconds over a queue whose service says of each request what the test does. */
function leasesOver(judge: (entries: readonly Entry[]) => 'ok' | 'gone' | 'down') {
  const requests: string[][] = [];
  const wire = new Wire((asked) => {
    const entries = JSON.parse(asked['Entries'] ?? '[]') as Entry[];
    expect(entries.every(({ VisibilityTimeout }) => VisibilityTimeout === 30)).toBe(true);
    requests.push(entries.map(({ ReceiptHandle }) => ReceiptHandle));
    const verdict = judge(entries);
    if (verdict === 'down') return { statusCode: 500, body: '{"__type":"InternalError"}' };
    const Failed = entries.map(({ Id }) => ({ Id, SenderFault: true, Code: 'ReceiptHandleIsInvalid' }));
    const answer =
      verdict === 'gone' ? { Successful: [], Failed } : { Successful: entries.map(({ Id }) => ({ Id })), Failed: [] };
    return { statusCode: 200, body: JSON.stringify(answer) };
  });
  const queue = jobsOn(wire);
  const told: string[] = [];
  const leases = new Leases<string>(30, {
    extended: (_, held) => told.push(`extended ${held.length}`),
    lost: ({ message }) => told.push(`lost ${message.receiptHandle}`),
  });
  leases.begin();
  return { leases, queue, requests, told };
}

function heldOf(queue: Queue, receiptHandle: string): Held<string> {
  const message = { receiptHandle } as Message;
  return new Held(message, { queue } as Source<string>, performance.now() + 30_000);
}

/** Lets time pass second by second, and what is under way be answered. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    vi.advanceTimersByTime(1_000);
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

test('what is kept is extended when half of its time is over, together, and no more when it is done', async () => {
  const { leases, queue, requests, told } = leasesOver(() => 'ok');
  const [a, b] = [heldOf(queue, 'a'), heldOf(queue, 'b')];
  for (const held of [a, b]) leases.keep(held);
  await pass(14);
  expect(requests).toEqual([]);
  await pass(2);
  expect(requests).toEqual([['a', 'b']]);
  leases.drop(a);
  await pass(16);
  expect(requests).toEqual([['a', 'b'], ['b']]);
  expect(told).toEqual(['extended 2', 'extended 1']);
  leases.end();
  await pass(60);
  expect(requests).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('what somebody else has is lost at once', async () => {
  const { leases, queue, told } = leasesOver(() => 'gone');
  leases.keep(heldOf(queue, 'a'));
  await pass(16);
  expect(told).toEqual(['lost a']);
  leases.end();
});

test('a service that is down is asked again, and the message is lost when its time is over', async () => {
  const { leases, queue, requests, told } = leasesOver(() => 'down');
  leases.keep(heldOf(queue, 'a'));
  await pass(29);
  expect(requests.length).toBeGreaterThan(1);
  expect(told).toEqual([]);
  await pass(6);
  expect(told).toEqual(['lost a']);
  leases.end();
});
