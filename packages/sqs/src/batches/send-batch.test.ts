import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OutgoingMessage } from '../messages/outgoing.js';
import { localQueue } from '../testing/cloud.js';
import { setOn, Wire } from '../testing/wire.js';
import { isEntryError } from './entry-error.js';
import { isSendBatchError } from './send-batch-error.js';

// The pauses between attempts are as long as chance says.
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

interface Entry {
  readonly Id: string;
  readonly MessageBody: string;
  readonly MessageGroupId?: string;
}
type Verdict = 'ok' | 'trouble' | 'refused';

/** A queue whose service says of each entry what the test does, and keeps the entries of each request. */
function queueThat(judge: (entry: Entry, request: number) => Verdict, name = 'jobs') {
  const requests: Entry[][] = [];
  const wire = new Wire(async (asked) => {
    const entries = JSON.parse(asked['Entries'] ?? '[]') as Entry[];
    const request = requests.push(entries);
    const verdicts = entries.map((entry) => [entry, judge(entry, request)] as const);
    const Successful = verdicts
      .filter(([, verdict]) => verdict === 'ok')
      .map(([{ Id, MessageBody }]) => {
        const MD5OfMessageBody = createHash('md5').update(MessageBody).digest('hex');
        return { Id, MessageId: `id-${MessageBody}`, MD5OfMessageBody };
      });
    const Failed = verdicts
      .filter(([, verdict]) => verdict !== 'ok')
      .map(([{ Id }, verdict]) => ({
        Id,
        SenderFault: verdict === 'refused',
        Code: verdict === 'refused' ? 'Bad' : 'InternalError',
      }));
    return { statusCode: 200, body: JSON.stringify({ Successful, Failed }) };
  });
  const url = `https://sqs.eu-west-1.amazonaws.com/111122223333/${name}`;
  return { queue: setOn(wire, ['eu-west-1']).queueAt(url), requests };
}

const numbered = (count: number, more: object = {}): OutgoingMessage<string>[] =>
  Array.from({ length: count }, (_, index) => ({ body: `m${index}`, ...more }));

test('any number of messages goes ten in a request, each with its outcome in its turn', async () => {
  const { queue, requests } = queueThat(() => 'ok');
  const outcomes = [];
  for await (const outcome of queue.sendEach(numbered(25))) outcomes.push(outcome);
  expect(outcomes.map((outcome) => outcome.index)).toEqual(Array.from({ length: 25 }, (_, index) => index));
  expect(outcomes[24]).toMatchObject({ status: 'sent', id: 'id-m24' });
  expect(requests.map((entries) => entries.length).sort()).toEqual([10, 10, 5]);
});

test('requests stay under 1 MiB, and a stream is read as far as there is room', async () => {
  const { queue, requests } = queueThat(() => 'ok');
  let read = 0;
  async function* large() {
    for (; read < 9; read += 1) yield { body: `${read}`.repeat(300_000) };
  }
  const stream = queue.sendEach(large(), { concurrency: 1 })[Symbol.asyncIterator]();
  await stream.next();
  expect(read).toBeLessThanOrEqual(5);
  for (let next = await stream.next(); !next.done; next = await stream.next());
  expect(requests.map((entries) => entries.length)).toEqual([3, 3, 3]);
});

test('what the service had trouble with is sent again alone, and what it refuses is not', async () => {
  const seen = new Map<string, number>();
  const { queue, requests } = queueThat(({ MessageBody }) => {
    const turn = (seen.get(MessageBody) ?? 0) + 1;
    seen.set(MessageBody, turn);
    if (MessageBody === 'm3') return 'refused';
    return MessageBody === 'm5' && turn < 3 ? 'trouble' : 'ok';
  });
  const error: unknown = await queue.sendBatch(numbered(8)).then(undefined, (thrown: unknown) => thrown);
  if (!isSendBatchError(error)) throw error;
  expect(error.report).toMatchObject({ sent: 7, failed: 1, failures: [{ index: 3 }] });
  expect(error.report.failures[0]?.error).toSatisfy(isEntryError);
  expect(error.message).toBe(
    'sendBatch to jobs in eu-west-1: 1 of 8 messages were not sent; the first is that at 3: sendMessageBatch in eu-west-1: Bad',
  );
  expect(requests.map((entries) => entries.map(({ MessageBody }) => MessageBody))).toEqual([
    numbered(8).map(({ body }) => body),
    ['m5'],
    ['m5'],
  ]);
});

test('trouble that stays is an outcome after four times', async () => {
  const { queue, requests } = queueThat(() => 'trouble');
  const outcomes = [];
  for await (const outcome of queue.sendEach(numbered(1))) outcomes.push(outcome);
  expect(outcomes).toMatchObject([{ status: 'failed', error: { code: 'InternalError', senderFault: false } }]);
  expect(requests).toHaveLength(4);
});

test('what cannot be sent keeps its place, and no other from being sent', async () => {
  const { queue, requests } = queueThat(() => 'ok');
  const messages = [{ body: 'a' }, { body: '' }, { body: 'b\u0000' }, { body: 'c', delay: 901 }, { body: 'd' }];
  const outcomes = [];
  for await (const outcome of queue.sendEach(messages)) outcomes.push(outcome);
  expect(outcomes.map(({ status }) => status)).toEqual(['sent', 'failed', 'failed', 'failed', 'sent']);
  expect(outcomes[2]).toMatchObject({ error: { name: 'OptionError', message: expect.stringContaining('U+0000') } });
  expect(requests).toHaveLength(1);
});

test('of a FIFO group none is taken before those that came before it, whatever the service has trouble with', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ group: fc.constantFrom('a', 'b', 'c'), troubles: fc.nat(2) }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 5 }),
      async (given, concurrency) => {
        const left = given.map(({ troubles }) => troubles);
        const taken: number[] = [];
        const { queue } = queueThat(({ MessageBody }) => {
          const index = Number(MessageBody.slice(1));
          if ((left[index] ?? 0) > 0) {
            left[index] = (left[index] ?? 0) - 1;
            return 'trouble';
          }
          taken.push(index);
          return 'ok';
        }, 'jobs.fifo');
        const messages = given.map(({ group }, index) => ({ body: `m${index}`, groupId: group }));
        const report = await queue.sendBatch(messages, { concurrency });
        expect(report.sent).toBe(given.length);
        for (const group of ['a', 'b', 'c']) {
          const own = taken.filter((index) => given[index]?.group === group);
          expect(own).toEqual(own.toSorted((a, b) => a - b));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('leaving the loop reads no more, and a signal ends it', async () => {
  const { queue } = queueThat(() => 'ok');
  let read = 0;
  function* endless() {
    for (;;) {
      read += 1;
      yield { body: `${read}` };
    }
  }
  for await (const _ of queue.sendEach(endless(), { concurrency: 2 })) break;
  expect(read).toBeLessThan(50);
  const controller = new AbortController();
  const sending = queue.sendBatch(endless(), { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(sending).rejects.toMatchObject({ name: 'SendBatchError' });
});

test('a local FIFO queue gives each group back in its order', async () => {
  const queue = await localQueue('jobs', { fifo: true, attributes: { contentBasedDeduplication: true } });
  const messages = Array.from({ length: 60 }, (_, index) => ({ body: `${index}`, groupId: `g${index % 7}` }));
  expect((await queue.sendBatch(messages)).sent).toBe(60);
  const received: string[] = [];
  for (let batch = await queue.receive({ wait: 0 }); batch.length > 0; batch = await queue.receive({ wait: 0 })) {
    received.push(...batch.map(({ body }) => body));
    await queue.deleteBatch(batch);
  }
  expect(received).toHaveLength(60);
  for (let group = 0; group < 7; group += 1) {
    const own = received.map(Number).filter((index) => index % 7 === group);
    expect(own).toEqual(own.toSorted((a, b) => a - b));
  }
});

test.each([
  [{ groupId: 'g', delay: 5 }, 'jobs.fifo', /delays all messages alike/],
  [{}, 'jobs.fifo', /give the message a groupId/],
  [{ groupId: 'customer 1' }, 'jobs.fifo', /groupId is "customer 1"; give 1 to 128/],
  [{ groupId: 'g', deduplicationId: 'x'.repeat(129) }, 'jobs.fifo', /deduplicationId is "xxx/],
  [{ deduplicationId: 'd' }, 'jobs', /knows no deduplicationId/],
  [{ attributes: { 'AWS.x': 'y' } }, 'jobs', /names no attribute/],
  [{ attributes: { a: '' } }, 'jobs', /"a" is empty/],
  [{ attributes: { a: Number.NaN } }, 'jobs', /"a" is NaN/],
  [{ colour: 'red' }, 'jobs', /'colour' is not an option/],
])('send with %j to %s is refused before a request', async (options, name, message) => {
  const { queue, requests } = queueThat(() => 'ok', name);
  await expect((async () => queue.send('x', options as object))()).rejects.toThrow(message);
  expect(requests).toEqual([]);
});
