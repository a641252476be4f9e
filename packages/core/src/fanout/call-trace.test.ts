import { tracingChannel } from 'node:diagnostics_channel';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Call } from './call.js';
import type { CallTrace } from './call-trace.js';
import { FannedCall } from './fanned-call.js';
import { streamOf } from './streams/stream-view.js';
import { untilIdle } from './testing/deferred.js';
import { GatedJob, StatusError } from './testing/gated-job.js';
import { pagesOf, ScriptedStream } from './testing/scripted-stream.js';

const channel = tracingChannel<unknown, CallTrace>('serviceset:call');
const heard: { readonly event: string; readonly region: string; readonly told: CallTrace }[] = [];
const note = (event: string) => (trace: object) => {
  const told = { ...(trace as CallTrace) };
  heard.push({ event, region: told.target.region, told });
};
const listener = {
  start: note('start'),
  end: note('end'),
  asyncStart: note('asyncStart'),
  asyncEnd: note('asyncEnd'),
  error: note('error'),
};

beforeEach(() => {
  heard.length = 0;
  vi.useFakeTimers();
  channel.subscribe(listener);
});
afterEach(() => {
  channel.unsubscribe(listener);
  vi.useRealTimers();
});

const eventsAt = (region: string) => heard.filter((one) => one.region === region).map(({ event }) => event);
const toldAtEnd = (region: string) => heard.find((one) => one.region === region && one.event === 'asyncEnd')?.told;

test('each call is told of once, with where, what, how long and how it ended', async () => {
  const job = new GatedJob(['a', 'b']);
  const report = new FannedCall(job).settled();
  await vi.advanceTimersByTimeAsync(30);
  job.answer('a');
  job.fail('b', new StatusError('denied'));
  const { outcomes } = await report;
  expect(eventsAt('a')).toEqual(['start', 'end', 'asyncStart', 'asyncEnd']);
  expect(eventsAt('b')).toEqual(['start', 'end', 'error', 'asyncStart', 'asyncEnd']);
  expect(toldAtEnd('a')).toMatchObject({ operation: 'describeThings', status: 'ok', elapsed: 30, attempts: 1 });
  expect(toldAtEnd('b')).toMatchObject({ status: 'denied', error: { message: 'it was denied' } });
  expect(outcomes.map(({ target }) => target)).toEqual([toldAtEnd('a')?.target, toldAtEnd('b')?.target]);
});

test('queue is what a call has waited for its slot, from the beginning of the fan-out', async () => {
  const job = new GatedJob(['a', 'b'], { concurrency: 1 });
  const report = new FannedCall(job).settled();
  await vi.advanceTimersByTimeAsync(40);
  job.answer('a');
  await untilIdle();
  job.answer('b');
  await report;
  expect([toldAtEnd('a')?.queue, toldAtEnd('b')?.queue]).toEqual([0, 40]);
});

test('wire and decode are what the service of the call has spent on them', async () => {
  const job = new GatedJob(['a']);
  const spend = (call: Call) => Object.assign(call, { wire: 12, decode: 3 });
  const report = new FannedCall(job).settled();
  await untilIdle();
  spend(job.callAt.get('a') as Call);
  job.answer('a');
  await report;
  expect(toldAtEnd('a')).toMatchObject({ wire: 12, decode: 3 });
});

test('a call that is never made is told of by nothing', async () => {
  const signal = AbortSignal.abort();
  const { outcomes } = await new FannedCall(new GatedJob(['a'], { signals: [signal] })).settled();
  expect([outcomes.length, heard]).toEqual([1, []]);
});

test('each page of a stream is a call', async () => {
  await streamOf(new ScriptedStream({ a: pagesOf([1], [2]) })).toArray();
  const asked = heard.filter(({ event }) => event === 'start').map(({ told }) => told.operation);
  // Two pages, and the question whether there is a third.
  expect(asked).toEqual(['paginateThings', 'paginateThings', 'paginateThings']);
});

test('nobody is handed an answer, which may hold secrets', async () => {
  const job = new GatedJob(['a']);
  job.answer('a', 'secret');
  await new FannedCall(job).settled();
  expect(heard.length).toBe(4);
  expect(JSON.stringify(heard)).not.toContain('secret');
});

test('a span that is bound to the channel is around the call', async () => {
  const { AsyncLocalStorage } = await import('node:async_hooks');
  const spans = new AsyncLocalStorage<string>();
  channel.start.bindStore(spans, (trace) => `span of ${trace.target.region}`);
  const job = new GatedJob(['a']);
  const seen: (string | undefined)[] = [];
  const task = job.task.bind(job);
  job.task = (target) => {
    const one = task(target);
    return { ...one, invoke: (call) => one.invoke(call).finally(() => seen.push(spans.getStore())) };
  };
  job.answer('a');
  await new FannedCall(job).settled();
  channel.start.unbindStore(spans);
  expect([seen, spans.getStore()]).toEqual([['span of a'], undefined]);
});
