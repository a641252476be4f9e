import { isServiceSetError, ServiceSetError } from '@proj/core';
import { expect, test } from 'vitest';
import { wireError } from '../wire/connections.js';
import * as errors from './index.js';
import { statusError } from './status-errors.js';

const facts = (status: number) => ({ operation: 'get', where: 'DFW', status, transactionId: 'tx-1', attempts: 1 });

const known: readonly (readonly [Error, (error: unknown) => boolean])[] = [
  [statusError(facts(404)), errors.isNotFoundError],
  [statusError(facts(403)), errors.isDeniedError],
  [statusError(facts(409)), errors.isConflictError],
  [statusError(facts(412)), errors.isPreconditionFailedError],
  [statusError(facts(498)), errors.isRateLimitError],
  [statusError(facts(507)), errors.isHttpStatusError],
  [new errors.LoginError('keystone.example.com', 'no', 401), errors.isLoginError],
  [new errors.ConnectionError('get', 'swift.example.com', new Error('gone')), errors.isConnectionError],
  [new errors.ChecksumError('c/o', 'a', 'b'), errors.isChecksumError],
  [new errors.ChangedError('c/o'), errors.isChangedError],
  [new errors.UnexpectedAnswerError('list', 'DFW', 'is no list'), errors.isUnexpectedAnswerError],
];

test('each guard knows its own error, and no other', () => {
  for (const [error, guard] of known) {
    expect([guard(error), errors.isCloudFilesError(error), isServiceSetError(error)]).toEqual([true, true, true]);
    const isStatus = errors.isHttpStatusError(error);
    const others = known.filter(([, other]) => other !== guard && other !== errors.isHttpStatusError);
    expect(others.filter(([, other]) => other(error))).toEqual([]);
    expect(isStatus).toBe(error instanceof errors.HttpStatusError);
  }
  for (const other of [new ServiceSetError('of core'), new Error('of nobody'), undefined, 'text', { status: 404 }]) {
    expect(known.some(([, guard]) => guard(other))).toBe(false);
  }
});

test('an error of another installed copy is known by its brand', () => {
  class OtherCopy extends ServiceSetError {
    static {
      Object.defineProperty(OtherCopy.prototype, Symbol.for('@proj/cloudfiles/error'), { value: true });
    }
  }
  expect(errors.isCloudFilesError(new OtherCopy('from elsewhere'))).toBe(true);
});

test('each says the operation, where, and what to do', () => {
  expect(
    known.map(([error]) => error.message.split(';').length >= 2 || error.message.startsWith('logging in')),
  ).not.toContain(false);
  expect(String(statusError(facts(507)))).toContain(
    'get in DFW: the service answered with HTTP status 507 (transaction tx-1)',
  );
  expect(JSON.stringify(statusError(facts(404)))).toContain('"requestId":"tx-1"');
});

const withCode = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['ECONNREFUSED', { name: 'ConnectionError', code: 'ECONNREFUSED', host: 'swift.example.com' }],
  ['UND_ERR_SOCKET', { name: 'ConnectionError', code: 'ECONNRESET' }],
  ['CERT_HAS_EXPIRED', { name: 'ConnectionError', code: 'CERT_HAS_EXPIRED' }],
  ['UND_ERR_CONNECT_TIMEOUT', { name: 'TimeOverError', limit: 'connect', answered: false }],
  ['UND_ERR_BODY_TIMEOUT', { name: 'TimeOverError', limit: 'silence', answered: true }],
  ['ENOENT', { name: 'Error', code: 'ENOENT' }],
  ['ERR_INVALID_ARG_TYPE', { name: 'Error', code: 'ERR_INVALID_ARG_TYPE' }],
])('%s is told as what it is', (code, expected) => {
  expect(wireError('get', 'swift.example.com', withCode(code))).toMatchObject(expected);
});
