import { isServiceSetError, ServiceSetError } from '@proj/core';
import { expect, test } from 'vitest';
import { isQueueAddressError, QueueAddressError } from '../addresses/queue-address-error.js';
import { EntryError, isEntryError } from '../batches/entry-error.js';
import { isSendBatchError, SendBatchError } from '../batches/send-batch-error.js';
import { DumpFormatError, isDumpFormatError } from '../dump/dump-format-error.js';
import { CodecError, isCodecError } from '../messages/codecs/codec-error.js';
import { DigestError, isDigestError } from '../messages/digest-error.js';
import { isRepeatingTokenError, RepeatingTokenError } from './repeating-token-error.js';
import { isSqsError, SqsError } from './sqs-error.js';
import { isUnexpectedAnswerError, UnexpectedAnswerError } from './unexpected-answer-error.js';

test('each guard knows its own error, and no other', () => {
  const circle = new RepeatingTokenError('listQueues', 'eu-west-1', 'a');
  const odd = new UnexpectedAnswerError('listQueues', 'eu-west-1', 'is no list');
  const guards = [isRepeatingTokenError, isUnexpectedAnswerError, isSqsError, isServiceSetError];
  expect(guards.map((guard) => guard(circle))).toEqual([true, false, true, true]);
  expect(guards.map((guard) => guard(odd))).toEqual([false, true, true, true]);
  for (const other of [new ServiceSetError('of core'), new Error('of nobody'), undefined, 'text', { name: odd.name }]) {
    expect(guards.slice(0, 3).some((guard) => guard(other))).toBe(false);
  }
});

test.each([
  [new QueueAddressError('x', 'is no address'), isQueueAddressError],
  [new EntryError('sendMessageBatch in eu-west-1', 'Bad', true, undefined), isEntryError],
  [new SendBatchError('stopped', { sent: 0, failed: 0, failures: [] }, undefined), isSendBatchError],
  [new DigestError('id', 'body', 'receiveMessage in eu-west-1'), isDigestError],
  [new DumpFormatError(1, 'is no JSON'), isDumpFormatError],
  [new CodecError('json', 'decode', 'the body is no JSON'), isCodecError],
])('%s is known by its guard, and to be of this package', (error, guard) => {
  expect([guard(error), isSqsError(error), guard(new SqsError('another'))]).toEqual([true, true, false]);
});

test('an error of another installed copy is known by its brand', () => {
  class OtherCopy extends ServiceSetError {
    static {
      Object.defineProperty(OtherCopy.prototype, Symbol.for('@proj/sqs/error'), { value: true });
    }
  }
  expect(isSqsError(new OtherCopy('from elsewhere'))).toBe(true);
});

test('a message says the operation, where, and what to do', () => {
  expect(new RepeatingTokenError('listQueues', 'eu-west-1', 'a').message).toBe(
    'listQueues in eu-west-1: a continuation token came a second time, so the pages go round in a circle; ' +
      'the listing is not whole: ask again',
  );
  expect(new SqsError('here')).toBeInstanceOf(ServiceSetError);
});
