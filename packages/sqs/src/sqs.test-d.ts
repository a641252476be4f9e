import type { SQS } from '@aws-sdk/client-sqs';
import type { Fanout, FanoutStream } from '@proj/core';
import { expectTypeOf, test } from 'vitest';
import {
  type ConsumeReport,
  json,
  type Message,
  type Queue,
  type QueuePage,
  type SqsRegion,
  type SqsSet,
  sqs,
} from './index.js';

const everywhere = sqs();

test('the set has the methods of a region, fanned out, and what only it has', () => {
  expectTypeOf(everywhere).toEqualTypeOf<SqsSet>();
  expectTypeOf(everywhere.queues({ prefix: 'a' })).toEqualTypeOf<Fanout<readonly Queue[]>>();
  expectTypeOf(everywhere.queue('jobs')).toEqualTypeOf<Fanout<Queue | undefined>>();
  expectTypeOf(everywhere.createQueue('jobs', { fifo: true })).toEqualTypeOf<Fanout<Queue>>();
  expectTypeOf(everywhere.paginateQueues()).toEqualTypeOf<FanoutStream<QueuePage>>();
  expectTypeOf(everywhere.at('eu-west-1')).toEqualTypeOf<SqsRegion>();
  expectTypeOf(everywhere.at('eu-west-1').native).toEqualTypeOf<SQS>();
  expectTypeOf(everywhere.queueAt('url', { region: 'eu-west-1' })).toEqualTypeOf<Queue>();
  expectTypeOf(everywhere.in('eu-*').with({ timeout: 1_000 })).toEqualTypeOf<SqsSet>();
});

declare const queue: Queue;

test('a codec makes messages of its type', () => {
  const jobs = queue.with({ codec: json<{ n: number }>() });
  expectTypeOf(jobs.receive()).resolves.toEqualTypeOf<readonly Message<{ n: number }>[]>();
  // @ts-expect-error no such job
  jobs.send({ m: 1 });
  // @ts-expect-error bodies are texts unless a codec says otherwise
  queue.send({ n: 1 });
  queue.send('x', { delay: 5, attributes: { a: 1, b: 'c', d: 2n, e: new Uint8Array(1) } });
});

test('what is not there does not compile', () => {
  // @ts-expect-error properties do not fan out
  everywhere.native;
  // @ts-expect-error no option of the client
  sqs({ config: { maxAttemptz: 1 } });
  // @ts-expect-error no option of the listing
  everywhere.queues({ limit: 5 });
  // @ts-expect-error no setting of a queue
  queue.setAttributes({ VisibilityTimeout: 5 });
  // @ts-expect-error no option of sending
  queue.send('x', { colour: 'red' });
  // @ts-expect-error it is what it was
  queue.url = 'other';
});

test('what is consumed has the type of the codec, with a handler or in a loop', () => {
  const codec = json<{ n: number }>();
  everywhere.consume((message) => expectTypeOf(message).toEqualTypeOf<Message<{ n: number }>>(), {
    queue: 'jobs',
    codec,
  });
  expectTypeOf(everywhere.consume({ queue: 'jobs', codec })).toExtend<AsyncIterable<Message<{ n: number }>>>();
  expectTypeOf(queue.consume(() => {}, {})).resolves.toEqualTypeOf<ConsumeReport>();
  // @ts-expect-error which queue?
  everywhere.consume(() => {}, {});
  // @ts-expect-error no such option
  queue.consume({ colour: 'red' });
});
