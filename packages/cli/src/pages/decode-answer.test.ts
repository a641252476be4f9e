import { expect, test } from 'vitest';
import { decodeAnswer } from './decode-answer.js';

const policy = { Version: '2012-10-17', Statement: [] };
const sent = encodeURIComponent(JSON.stringify(policy));

test("IAM's policies are what they say, wherever they stand", () => {
  const created = new Date(0);
  const answer = { Roles: [{ RoleName: 'a', CreateDate: created, AssumeRolePolicyDocument: sent }] };
  expect(decodeAnswer({ client: 'iam', name: 'ListRoles' }, answer)).toEqual({
    Roles: [{ RoleName: 'a', CreateDate: created, AssumeRolePolicyDocument: policy }],
  });
  expect(decodeAnswer({ client: 'sns', name: 'X' }, { PolicyDocument: sent })).toEqual({ PolicyDocument: sent });
});

test.each([
  ['%', '%'],
  ['no json', 'no json'],
])('a policy that is none (%s) stays as it is', (text, expected) => {
  expect(decodeAnswer({ client: 'iam', name: 'GetPolicy' }, { Document: text })).toEqual({ Document: expected });
});

test('a template that is JSON, and the console', () => {
  const template = { client: 'cloudformation', name: 'GetTemplate' };
  expect(decodeAnswer(template, { TemplateBody: '{"a":1}' })).toEqual({ TemplateBody: { a: 1 } });
  expect(decodeAnswer(template, { TemplateBody: 'a: 1' })).toEqual({ TemplateBody: 'a: 1' });
  const output = Buffer.from('booted').toString('base64');
  expect(decodeAnswer({ client: 'ec2', name: 'GetConsoleOutput' }, { Output: output })).toEqual({ Output: 'booted' });
});
