import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { operationNameOf } from './operation-name.js';
import { serviceWait } from './service-waits.js';

test('a poll has the wait that it asks for, else the longest that its queue may have', () => {
  expect(serviceWait('SQS', 'ReceiveMessage', { WaitTimeSeconds: 3 })).toBe(3_000);
  expect(serviceWait('SQS', 'ReceiveMessage', { WaitTimeSeconds: 0 })).toBe(0);
  expect(serviceWait('SQS', 'ReceiveMessage', undefined)).toBe(20_000);
});

test('what is not in the table is not waited for, and neither is nonsense', () => {
  expect(serviceWait('SQS', 'ListQueues', {})).toBe(0);
  expect(serviceWait('EC2', 'DescribeVolumes', {})).toBe(0);
  expect(serviceWait('SQS', 'ReceiveMessage', { WaitTimeSeconds: Number.NaN })).toBe(0);
  expect(serviceWait('constructor', 'toString', {})).toBe(0);
});

test("the table goes by the names that the SDK's clients and commands have", () => {
  const { serviceId } = new SQSClient({ region: 'eu-west-1' }).config;
  const name = operationNameOf(new ReceiveMessageCommand({ QueueUrl: 'q' }));
  expect(serviceWait(serviceId, name, { WaitTimeSeconds: 20 })).toBe(20_000);
});
