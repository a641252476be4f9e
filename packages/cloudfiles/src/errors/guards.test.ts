import { isServiceSetError, ServiceSetError } from '@proj/core';
import { expect, test } from 'vitest';
import { CloudfilesError, isCloudfilesError } from './cloudfiles-error.js';
import { isRepeatingTokenError, RepeatingTokenError } from './repeating-token-error.js';
import { isUnexpectedAnswerError, UnexpectedAnswerError } from './unexpected-answer-error.js';

test('each guard knows its own error, and no other', () => {
  const circle = new RepeatingTokenError('listContainers', 'north', 'a');
  const odd = new UnexpectedAnswerError('listContainers', 'north', 'is no list');
  const guards = [isRepeatingTokenError, isUnexpectedAnswerError, isCloudfilesError, isServiceSetError];
  expect(guards.map((guard) => guard(circle))).toEqual([true, false, true, true]);
  expect(guards.map((guard) => guard(odd))).toEqual([false, true, true, true]);
  for (const other of [new ServiceSetError('of core'), new Error('of nobody'), undefined, 'text', { name: odd.name }]) {
    expect(guards.slice(0, 3).some((guard) => guard(other))).toBe(false);
  }
});

test('an error of another installed copy is known by its brand', () => {
  class OtherCopy extends ServiceSetError {
    static {
      Object.defineProperty(OtherCopy.prototype, Symbol.for('@proj/cloudfiles/error'), { value: true });
    }
  }
  expect(isCloudfilesError(new OtherCopy('from elsewhere'))).toBe(true);
});

test('a message says the operation, where, and what to do', () => {
  expect(new RepeatingTokenError('listContainers', 'north', 'a').message).toBe(
    'listContainers in north: a continuation token came a second time, so the pages go round in a circle; ' +
      'the listing is not whole: ask again',
  );
  expect(new CloudfilesError('here')).toBeInstanceOf(ServiceSetError);
});
