import { expect, test } from 'vitest';
import { hostOfError, isLoopback, isNetworkDown, isOfThisMachine } from './network-down.js';

test.each([
  [{ failed: 3, alive: 0 }, true],
  [{ failed: 3, alive: 2 }, true],
  [{ failed: 3, alive: 3 }, false],
  [{ failed: 2, alive: 0 }, false],
])('%o: %o', (heard, isDown) => {
  expect(isNetworkDown(heard)).toBe(isDown);
});

test.each<[unknown, boolean]>([
  [{ code: 'EAI_AGAIN' }, true],
  [{ code: 'ENOTFOUND' }, false],
  [{ cause: { code: 'ENETDOWN' } }, true],
  [{ code: 'ECONNREFUSED', errors: [{ code: 'ENETUNREACH' }] }, true],
  [{ code: 'ENETUNREACH', errors: [{ code: 'ENETUNREACH' }, { code: 'ECONNREFUSED' }] }, false],
  [undefined, false],
])('%o is of this machine: %o', (error, is) => {
  expect(isOfThisMachine(error)).toBe(is);
});

test.each<[unknown, string | undefined]>([
  [{ hostname: 'ec2.eu-west-1.amazonaws.com', code: 'ENOTFOUND' }, 'ec2.eu-west-1.amazonaws.com'],
  [{ host: 'localhost:4566' }, 'localhost'],
  [{ errors: [{ address: '::1', port: 443 }, { address: '127.0.0.1' }] }, '::1'],
  [{ cause: { address: '192.0.2.1' } }, '192.0.2.1'],
  [new Error('no'), undefined],
])('%o happened at %o', (error, host) => {
  expect(hostOfError(error)).toBe(host);
});

test.each([
  ['localhost', true],
  ['a.localhost', true],
  ['127.3.2.1', true],
  ['[::1]', true],
  ['::1', true],
  ['128.0.0.1', false],
  ['localhost.example', false],
])('%s is this machine: %o', (host, is) => {
  expect(isLoopback(host)).toBe(is);
});

test('a circle of causes ends', () => {
  const error: { cause?: unknown } = {};
  error.cause = error;
  expect(isOfThisMachine(error)).toBe(false);
  expect(hostOfError(error)).toBeUndefined();
});
