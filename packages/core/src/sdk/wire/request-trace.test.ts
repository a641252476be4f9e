import { tracingChannel } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import { EC2 } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallTrace } from '../../fanout/call-trace.js';
import { type Place, resourceSet } from '../set/resource-set.js';
import { serviceSet } from '../set/service-set.js';
import { type Answer, ec2Answer, ec2Error, newKeys, type Sent, Wire } from '../testing/wire.js';
import type { RequestTrace } from './request-trace.js';

const channels = {
  call: tracingChannel<unknown, CallTrace>('serviceset:call'),
  request: tracingChannel<unknown, RequestTrace>('serviceset:request'),
};
const calls: CallTrace[] = [];
const requests: RequestTrace[] = [];
const events: unknown[] = [];
const callListener = { asyncEnd: (trace: object) => void calls.push(trace as CallTrace) };
const requestListener = { asyncEnd: (trace: object) => void requests.push(trace as RequestTrace) };
const everything = (trace: object) => void events.push(trace);
const all = { start: everything, end: everything, asyncStart: everything, asyncEnd: everything, error: everything };

beforeEach(() => {
  for (const list of [calls, requests, events]) list.length = 0;
  channels.call.subscribe(callListener as never);
  channels.request.subscribe(requestListener as never);
});
afterEach(() => {
  channels.call.unsubscribe(callListener as never);
  channels.request.unsubscribe(requestListener as never);
});

const regions = ['us-east-1', 'eu-west-1'];
const pageOfVolumes = '<volumeSet><item><volumeId>vol-1</volumeId></item></volumeSet>';
const setOn = (answer: (sent: Sent) => Answer, maxAttempts = 3) =>
  serviceSet(EC2, { regions, credentials: newKeys(), config: { ...new Wire(answer).config, maxAttempts } });

test('every request is told of, with its place among the attempts, and the call with its split', async () => {
  let refusals = 1;
  const set = setOn((sent) => {
    if (sent.region === 'eu-west-1' && refusals-- > 0) return ec2Error('Unavailable', 503);
    return ec2Answer(sent, pageOfVolumes);
  });
  await set.describeVolumes({});
  const told = requests.map(({ target, operation, attempt, statusCode }) => [
    target.region,
    operation,
    attempt,
    statusCode,
  ]);
  expect(told.sort()).toEqual([
    ['eu-west-1', 'describeVolumes', 1, 503],
    ['eu-west-1', 'describeVolumes', 2, 200],
    ['us-east-1', 'describeVolumes', 1, 200],
  ]);
  for (const { wire, decode, elapsed, queue } of calls) {
    expect(Math.min(wire, decode)).toBeGreaterThan(0);
    expect(queue).toBeGreaterThanOrEqual(0);
    expect(wire + decode).toBeLessThanOrEqual(elapsed);
  }
  expect(calls.map(({ target, attempts }) => [target.region, attempts]).sort()).toEqual([
    ['eu-west-1', 2],
    ['us-east-1', 1],
  ]);
});

test('a request that fails in transport is told of with its error', async () => {
  const set = setOn(() => {
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  }, 1);
  await set.in('us-east-1').describeVolumes({}).settled();
  expect(requests).toMatchObject([{ attempt: 1, statusCode: undefined, error: { code: 'ECONNREFUSED' } }]);
  expect(calls).toMatchObject([{ status: 'unreachable', error: { code: 'ECONNREFUSED' } }]);
});

test('what an object asks for is told of as a call of its own, and counts for the one that it is a part of', async () => {
  class Volumes {
    readonly place: Place<EC2>;
    constructor(place: Place<EC2>) {
      this.place = place;
    }
    async list(): Promise<unknown> {
      return this.place.call('describeVolumes', (ec2) => ec2.describeVolumes({}));
    }
  }
  await resourceSet(
    setOn((sent) => ec2Answer(sent, pageOfVolumes)),
    (place) => new Volumes(place),
  )
    .in('us-east-1')
    .list();
  const [inner, outer] = calls;
  expect([inner?.operation, outer?.operation]).toEqual(['describeVolumes', 'list']);
  expect([outer?.wire, outer?.decode]).toEqual([inner?.wire, inner?.decode]);
  expect(inner?.wire).toBeGreaterThan(0);
});

test('no event has anything in it that was signed or answered', async () => {
  for (const channel of Object.values(channels)) channel.subscribe(all as never);
  const keys = { ...newKeys(), sessionToken: 'canary-session-token' };
  const wire = new Wire((sent) =>
    sent.region === 'eu-west-1' ? ec2Error('Blocked', 403) : ec2Answer(sent, pageOfVolumes),
  );
  await serviceSet(EC2, { regions, credentials: keys, config: wire.config }).describeVolumes({}).settled();
  for (const channel of Object.values(channels)) channel.unsubscribe(all as never);
  expect(events.length).toBeGreaterThanOrEqual(16);
  const seen = inspect(events, { showHidden: true, depth: 12, getters: true });
  for (const secret of [keys.secretAccessKey, keys.sessionToken, keys.accessKeyId, 'Signature', 'vol-1']) {
    expect(seen).not.toContain(secret);
  }
});

test('what a request fails with is told of without its secrets', async () => {
  const secret = 'wJalrXUtnFEMIK7MDENGbPxRfiCYCANARY';
  const set = setOn(() => {
    throw Object.assign(new Error(`proxy refused secretAccessKey=${secret}`), { code: 'ECONNRESET' });
  }, 1);
  // As whoever listens sees it at that moment; later it is told of elsewhere, too.
  const shown: string[] = [];
  const listener = { asyncEnd: (trace: object) => void shown.push(inspect(trace)) };
  channels.request.subscribe(listener as never);
  await set.describeVolumes({}).settled();
  channels.request.unsubscribe(listener as never);
  expect(shown).toHaveLength(2);
  for (const trace of shown) {
    expect(trace).toContain('proxy refused secretAccessKey=');
    expect(trace).not.toContain(secret);
  }
});
