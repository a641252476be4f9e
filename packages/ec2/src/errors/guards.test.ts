import { isServiceSetError, ServiceSetError } from '@proj/core';
import { expect, test } from 'vitest';
import { Ec2Error, isEc2Error } from './ec2-error.js';
import { Ec2RuleError, isEc2RuleError } from './ec2-rule-error.js';
import { Ec2NotFoundError, isEc2NotFoundError } from './not-found-error.js';
import { type Ec2Rule, rules } from './rules.js';

test('each guard knows its own error, and no other', () => {
  const rule = new Ec2RuleError('accountId', 'share(changes)');
  const absent = new Ec2NotFoundError('volume', 'vol-1', 'eu-west-1');
  expect([isEc2RuleError(rule), isEc2NotFoundError(rule), isEc2Error(rule), isServiceSetError(rule)]).toEqual([
    ...[true, false, true, true],
  ]);
  expect([isEc2RuleError(absent), isEc2NotFoundError(absent), isEc2Error(absent)]).toEqual([false, true, true]);
  const others = [new ServiceSetError('of core'), new Error('of nobody'), undefined, 'text', { name: 'Ec2RuleError' }];
  for (const other of others) expect([isEc2Error(other), isEc2RuleError(other)]).toEqual([false, false]);
});

test('an error of another installed copy is known by its brand', () => {
  class OtherCopy extends ServiceSetError {
    static {
      Object.defineProperty(OtherCopy.prototype, Symbol.for('@proj/ec2/error'), { value: true });
    }
  }
  expect(isEc2Error(new OtherCopy('from elsewhere'))).toBe(true);
  expect(new Ec2Error('here')).toBeInstanceOf(ServiceSetError);
});

test.each(Object.keys(rules) as Ec2Rule[])('the rule %s is said, with its source', (rule) => {
  const error = new Ec2RuleError(rule, 'somewhere: something');
  expect(error.message).toBe(`somewhere: something; AWS's rule: ${rules[rule].says} (${rules[rule].source})`);
  expect(new URL(error.source).hostname).toBe('docs.aws.amazon.com');
});
