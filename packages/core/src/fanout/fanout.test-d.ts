import { expectTypeOf, test } from 'vitest';
import type { Target } from '../targets/target.js';
import type { Fanout } from './fanout.js';
import type { Plan } from './job.js';
import { type Failure, type FailureStatus, isFailure, type Outcome } from './outcome.js';
import type { Report } from './report.js';
import type { FanoutStream, StreamCounts, StreamEvent, Streamed } from './streams/fanout-stream.js';

declare const call: Fanout<string>;
declare const stream: FanoutStream<string>;
declare const outcome: Outcome<string>;

test('a fan-out is awaited for its values, and looped over for its outcomes', async () => {
  expectTypeOf(await call).toEqualTypeOf<readonly string[]>();
  expectTypeOf<Awaited<Fanout<string>>>().toEqualTypeOf<readonly string[]>();
  expectTypeOf(call.catch(() => 0)).resolves.toEqualTypeOf<readonly string[] | number>();
  expectTypeOf(call.finally(() => {})).resolves.toEqualTypeOf<readonly string[]>();
  expectTypeOf(call.then(({ length }) => length)).resolves.toEqualTypeOf<number>();
  for await (const each of call) expectTypeOf(each).toEqualTypeOf<Outcome<string>>();
});

test('each way of asking has its shape', () => {
  expectTypeOf(call.settled()).resolves.toEqualTypeOf<Report<string>>();
  expectTypeOf(call.byRegion()).resolves.toEqualTypeOf<ReadonlyMap<string, string>>();
  expectTypeOf(call.byTarget()).resolves.toEqualTypeOf<ReadonlyMap<Target, string>>();
  expectTypeOf(call.plan()).resolves.toEqualTypeOf<Plan>();
  expectTypeOf(call.flat((value) => [value.length])).resolves.toEqualTypeOf<readonly number[]>();
  expectTypeOf(call.flat((_, target) => (target.account === undefined ? undefined : [target]))).resolves.toEqualTypeOf<
    readonly Target[]
  >();
});

test('a stream is no promise', async () => {
  expectTypeOf<FanoutStream<string>>().not.toHaveProperty('then');
  expectTypeOf(await stream).toEqualTypeOf<FanoutStream<string>>();
  for await (const each of stream) expectTypeOf(each).toEqualTypeOf<Streamed<string>>();
  for await (const each of stream.settled()) expectTypeOf(each).toEqualTypeOf<StreamEvent<string>>();
});

test('a stream changes its type with what it is made to give', () => {
  expectTypeOf(stream.items((value) => [value.length])).toEqualTypeOf<FanoutStream<number>>();
  expectTypeOf(stream.items(() => undefined as readonly Date[] | undefined)).toEqualTypeOf<FanoutStream<Date>>();
  expectTypeOf(stream.sorted((a, b) => a.length - b.length).take(3)).toEqualTypeOf<FanoutStream<string>>();
  expectTypeOf(stream.toArray()).resolves.toEqualTypeOf<readonly string[]>();
  expectTypeOf(stream.report()).resolves.toEqualTypeOf<Report<StreamCounts>>();
  // @ts-expect-error what is compared are the stream's own values
  stream.sorted((a: number, b: number) => a - b);
});

test('the status of an outcome tells what it has', () => {
  if (outcome.status === 'ok') {
    expectTypeOf(outcome.value).toEqualTypeOf<string>();
    expectTypeOf(outcome.truncated).toEqualTypeOf<boolean>();
    // @ts-expect-error what went well has no error
    outcome.error;
  } else {
    expectTypeOf(outcome.status).toEqualTypeOf<FailureStatus>();
    expectTypeOf(outcome.error).toEqualTypeOf<Error>();
    // @ts-expect-error what failed has no value
    outcome.value;
  }
});

test('a failure is any outcome but ok, of whatever type', () => {
  if (isFailure(outcome)) expectTypeOf(outcome.error).toEqualTypeOf<Error>();
  else expectTypeOf(outcome.value).toEqualTypeOf<string>();
  expectTypeOf<Failure['status']>().toEqualTypeOf<FailureStatus>();
  expectTypeOf<Failure>().toExtend<Outcome<string>>();
  expectTypeOf<Report<string>['failures']>().toEqualTypeOf<readonly Failure[]>();
});

test('nothing that is given can be written to', () => {
  // @ts-expect-error outcomes are read-only
  outcome.elapsed = 0;
  // @ts-expect-error so are the values
  call.then((values) => values.push('x'));
});
