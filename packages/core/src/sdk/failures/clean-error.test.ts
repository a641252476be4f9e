import { inspect } from 'node:util';
import { EC2, EC2ServiceException } from '@aws-sdk/client-ec2';
import { afterAll, expect, test } from 'vitest';
import { isServiceSetError } from '../../errors/service-set-error.js';
import type { Failure } from '../../fanout/outcome.js';
import { serviceSet } from '../set/service-set.js';
import { serve } from '../testing/server.js';
import { ec2Error } from '../testing/wire.js';
import { presentable } from './clean-error.js';

const canaries = ['CANARY-secret', 'CANARY-session', 'CANARY-access', 'AWS4-HMAC'];
const credentials = {
  accessKeyId: 'CANARY-access',
  secretAccessKey: 'CANARY-secret',
  sessionToken: 'CANARY-session',
};

function leaks(value: unknown): readonly string[] {
  const shown = [inspect(value, { showHidden: true, depth: 12 }), JSON.stringify(value), String(value)].join('\n');
  return canaries.filter((canary) => shown.includes(canary));
}

// A real server, since it is the real handler's answer that leads to the request.
const server = await serve((_, response) => {
  const { status, body } = ec2Error('UnauthorizedOperation', 403);
  response.writeHead(status ?? 200).end(body);
});
const set = serviceSet(EC2, { regions: ['eu-west-1'], credentials, endpoint: server.url });
afterAll(async () => {
  await set[Symbol.asyncDispose]();
  await server.close();
});

async function thrownBy(call: () => Promise<unknown>): Promise<Error> {
  try {
    await call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

test('the plain client of a region throws what the SDK throws, which shows the signed request', async () => {
  const error = await thrownBy(() => set.at('eu-west-1').describeVolumes({}));
  expect(leaks(error)).toContain('CANARY-session');
});

test('an error of a set shows nothing of the signed request, and keeps all else', async () => {
  const report = await set.describeVolumes({}).settled();
  const { status, error } = report.failures[0] as Failure;
  expect(status).toBe('denied');
  expect(error).toBeInstanceOf(EC2ServiceException);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('UnauthorizedOperation');
  expect(error).toMatchObject({ Code: 'UnauthorizedOperation', $fault: 'client' });
  expect(error).toMatchObject({ $metadata: { httpStatusCode: 403, attempts: 1 } });
  expect(error.stack).toContain('UnauthorizedOperation');
  expect('$response' in error).toBe(false);
  expect(leaks(error)).toEqual([]);
  expect(leaks(report)).toEqual([]);
});

test('the error of the whole fan-out shows nothing of it either', async () => {
  const error = await thrownBy(async () => set.describeVolumes({}));
  expect(leaks(error)).toEqual([]);
});

test('nor does one that somebody wrapped, once or twice or in a list', async () => {
  class MineError extends Error {
    readonly #note = 'mine';
    note(): string {
      return this.#note;
    }
  }
  const report = await set
    .map(async (client) => {
      const cause = await thrownBy(() => client.describeVolumes({}));
      const inner = new Error('inner', { cause });
      throw new MineError('outer', { cause: new AggregateError([inner, cause], 'many') });
    })
    .settled();
  const { error } = report.failures[0] as Failure;
  expect(leaks(error)).toEqual([]);
  expect((error as MineError).note()).toBe('mine');
  const [inner, again] = (error.cause as AggregateError).errors;
  expect(inner.cause).toBeInstanceOf(EC2ServiceException);
  expect(again).toBe(inner.cause);
});

test('an error that causes itself, or is frozen, is handed out as it is', () => {
  const circle = new Error('circle');
  circle.cause = circle;
  expect(presentable(circle)).toBe(circle);
  const frozen = Object.freeze(new Error('frozen', { cause: new Error('cause') }));
  expect(presentable(frozen)).toBe(frozen);
});

test('what hides in a frozen error cannot stay there', () => {
  const hidden = Object.defineProperty(new Error('sdk'), '$response', { value: 'CANARY-session' });
  const frozen = Object.freeze(new TypeError('frozen', { cause: hidden }));
  const shown = presentable(frozen);
  expect(leaks(shown)).toEqual([]);
  expect(shown).toBeInstanceOf(TypeError);
  expect(shown.message).toBe('frozen');
});

test('something else than an error becomes one that keeps it', () => {
  const error = presentable('nonsense');
  expect(isServiceSetError(error)).toBe(true);
  expect(error.cause).toBe('nonsense');
  expect(error.message).toContain('nonsense');
  expect(presentable(Object.create(null)).message).toContain('object');
  expect(presentable(Symbol('x')).message).toContain('Symbol(x)');
  expect(presentable(undefined).message).toContain('undefined');
});

test('an error of another realm is an error', async () => {
  const { runInNewContext } = await import('node:vm');
  const foreign: unknown = runInNewContext("new TypeError('foreign')");
  expect(presentable(foreign)).toBe(foreign);
});

test('what looks like a secret in its words is masked, wherever it stands; all else stays', () => {
  const secret = `CANARY-session${'x9Yz/+'.repeat(20)}`;
  class MineError extends Error {
    readonly #note = 'mine';
    readonly Error = { Code: 'SignatureDoesNotMatch', Message: `x-amz-security-token:${secret}` };
    readonly stdout = JSON.stringify({ SecretAccessKey: 'CANARY-secret' });
    note(): string {
      return this.#note;
    }
  }
  const error = new MineError(`should have been 'x-amz-security-token:${secret}'`, { cause: new Error(secret) });
  const shown = presentable(error) as MineError;
  expect(leaks(shown)).toEqual([]);
  expect(shown).toBe(error);
  expect(shown.note()).toBe('mine');
  expect(shown.Error.Code).toBe('SignatureDoesNotMatch');
  expect(shown.message).toBe("should have been 'x-amz-security-token:[masked]'");
  expect(shown.stack).toMatch(/\[masked\].*\n +at /);
  const frozen = presentable(Object.freeze(new TypeError(`bad ${secret}`)));
  expect(leaks(frozen)).toEqual([]);
  expect(frozen).toBeInstanceOf(TypeError);
  expect(leaks(presentable(secret))).toEqual([]);
});
