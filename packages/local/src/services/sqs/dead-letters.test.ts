import { describe, expect, it } from 'vitest';
import { codeOf } from '../../testing/clients.js';
import { receiveOne, startSqs } from '../../testing/sqs.js';

const arn = (name: string) => `arn:aws:sqs:eu-west-1:111122223333:${name}`;
const redriveTo = (name: string, maxReceiveCount: number | string = 2) => ({
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn(name), maxReceiveCount }),
});

describe('dead letters', () => {
  it('are messages that were received too often', async () => {
    const { sqs, clock, create, bodies } = await startSqs();
    const dead = await create('dead');
    const QueueUrl = await create('orders', redriveTo('dead', '2'));
    const { MessageId } = await sqs.sendMessage({ QueueUrl, MessageBody: 'bad' });
    const sentAt = String(clock.now());
    for (let at = 0; at < 2; at += 1) {
      expect(await bodies(QueueUrl)).toEqual(['bad']);
      clock.advance(30_000);
    }
    expect(await bodies(QueueUrl)).toEqual([]);
    const { Messages } = await sqs.receiveMessage({ QueueUrl: dead, MessageSystemAttributeNames: ['All'] });
    expect(Messages).toMatchObject([
      { MessageId, Body: 'bad', Attributes: { DeadLetterQueueSourceArn: arn('orders'), SentTimestamp: sentAt } },
    ]);
    const { Attributes } = await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ['RedrivePolicy'] });
    expect(JSON.parse(Attributes?.RedrivePolicy ?? '')).toEqual({
      deadLetterTargetArn: arn('dead'),
      maxReceiveCount: 2,
    });
  });

  it('let a FIFO group go on behind them', async () => {
    const { sqs, clock, create, bodies } = await startSqs();
    const dead = await create('dead.fifo');
    const QueueUrl = await create('orders.fifo', { ContentBasedDeduplication: 'true', ...redriveTo('dead.fifo', 1) });
    for (const MessageBody of ['bad', 'good']) await sqs.sendMessage({ QueueUrl, MessageBody, MessageGroupId: 'g' });
    await receiveOne(sqs, QueueUrl);
    clock.advance(30_000);
    expect(await bodies(QueueUrl)).toEqual(['good']);
    expect(await bodies(dead)).toEqual(['bad']);
  });

  it('need a queue that is there, of the same kind, and willing', async () => {
    const { sqs, create } = await startSqs();
    await create('dead.fifo');
    const dead = await create('dead', { RedriveAllowPolicy: JSON.stringify({ redrivePermission: 'denyAll' }) });
    expect(await codeOf(create('a', redriveTo('none')))).toBe('InvalidParameterValue');
    expect(await codeOf(create('a', redriveTo('dead.fifo')))).toBe('InvalidParameterValue');
    expect(await codeOf(create('a', redriveTo('dead')))).toBe('InvalidParameterValue');
    const allow = (policy: object) =>
      codeOf(sqs.setQueueAttributes({ QueueUrl: dead, Attributes: { RedriveAllowPolicy: JSON.stringify(policy) } }));
    expect(await allow({ redrivePermission: 'byQueue', sourceQueueArns: [arn('a')] })).toBe('no error');
    expect(await codeOf(create('a', redriveTo('dead')))).toBe('no error');
    expect(await codeOf(create('b', redriveTo('dead')))).toBe('InvalidParameterValue');
    for (const wrong of [
      { redrivePermission: 'byQueue' },
      { redrivePermission: 'byQueue', sourceQueueArns: Array.from({ length: 11 }, () => arn('a')) },
      { redrivePermission: 'allowAll', sourceQueueArns: [arn('a')] },
      { redrivePermission: 'maybe' },
      { redrivePermission: 'allowAll', more: 1 },
    ]) {
      expect(await allow(wrong)).toBe('InvalidAttributeValue');
    }
    for (const count of [0, 1001, 'x', 1.5]) {
      expect(await codeOf(create('c', redriveTo('dead', count)))).toBe('InvalidAttributeValue');
    }
  });

  it('know the queues they come from, page by page', async () => {
    const { sqs, create } = await startSqs();
    const dead = await create('dead');
    const sources = [await create('a', redriveTo('dead')), await create('b', redriveTo('dead'))];
    const whole = await sqs.listDeadLetterSourceQueues({ QueueUrl: dead });
    expect([whole.queueUrls, whole.NextToken]).toEqual([sources, undefined]);
    const first = await sqs.listDeadLetterSourceQueues({ QueueUrl: dead, MaxResults: 1 });
    const rest = await sqs.listDeadLetterSourceQueues({ QueueUrl: dead, MaxResults: 1, NextToken: first.NextToken });
    expect([first.queueUrls, rest.queueUrls, rest.NextToken]).toEqual([[sources[0]], [sources[1]], undefined]);
  });
});

describe('redriving', () => {
  it('moves dead letters back to where they came from, as new messages', async () => {
    const { sqs, clock, create, bodies } = await startSqs();
    await create('dead');
    const QueueUrl = await create('orders', redriveTo('dead', 1));
    const { MessageId } = await sqs.sendMessage({ QueueUrl, MessageBody: 'bad' });
    await bodies(QueueUrl);
    clock.advance(30_000);
    await bodies(QueueUrl);
    await sqs.startMessageMoveTask({ SourceArn: arn('dead') });
    clock.advance(0);
    const { Results } = await sqs.listMessageMoveTasks({ SourceArn: arn('dead') });
    expect(Results).toMatchObject([
      { Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 1, ApproximateNumberOfMessagesToMove: 1 },
    ]);
    expect(Results?.[0]?.TaskHandle).toBeUndefined();
    const { Messages } = await sqs.receiveMessage({ QueueUrl, MessageSystemAttributeNames: ['All'] });
    expect(Messages).toMatchObject([
      { Body: 'bad', Attributes: { ApproximateReceiveCount: '1', SentTimestamp: String(clock.now()) } },
    ]);
    expect(Messages?.[0]?.MessageId).not.toBe(MessageId);
  });

  it('goes no faster than it may, and can be cancelled', async () => {
    const { sqs, clock, create } = await startSqs();
    const QueueUrl = await create('dead');
    await create('orders', redriveTo('dead', 1));
    await create('other');
    for (let at = 0; at < 3; at += 1) {
      const Entries = Array.from({ length: 10 }, (_, index) => ({ Id: `${index}`, MessageBody: 'x' }));
      await sqs.sendMessageBatch({ QueueUrl, Entries });
    }
    const task = { SourceArn: arn('dead'), DestinationArn: arn('other'), MaxNumberOfMessagesPerSecond: 10 };
    const { TaskHandle } = await sqs.startMessageMoveTask(task);
    expect(await codeOf(sqs.startMessageMoveTask(task))).toBe('UnsupportedOperation');
    clock.advance(1_000);
    const { Results } = await sqs.listMessageMoveTasks({ SourceArn: arn('dead'), MaxResults: 10 });
    expect(Results).toMatchObject([{ TaskHandle, Status: 'RUNNING', ApproximateNumberOfMessagesMoved: 11 }]);
    const cancelled = await sqs.cancelMessageMoveTask({ TaskHandle });
    expect(cancelled.ApproximateNumberOfMessagesMoved).toBe(11);
    clock.advance(10_000);
    const after = await sqs.listMessageMoveTasks({ SourceArn: arn('dead') });
    expect(after.Results).toMatchObject([{ Status: 'CANCELLED', ApproximateNumberOfMessagesMoved: 11 }]);
    expect(await codeOf(sqs.cancelMessageMoveTask({ TaskHandle }))).toBe('UnsupportedOperation');
    expect(await codeOf(sqs.cancelMessageMoveTask({ TaskHandle: 'x' }))).toBe('ResourceNotFoundException');
  });

  it('fails where a message has no way back', async () => {
    const { sqs, clock, create, bodies } = await startSqs();
    const QueueUrl = await create('dead');
    await create('orders', redriveTo('dead', 1));
    await sqs.sendMessage({ QueueUrl, MessageBody: 'sent here' });
    await sqs.startMessageMoveTask({ SourceArn: arn('dead') });
    clock.advance(0);
    const { Results } = await sqs.listMessageMoveTasks({ SourceArn: arn('dead') });
    expect(Results).toMatchObject([{ Status: 'FAILED', FailureReason: expect.any(String) }]);
    expect(await bodies(QueueUrl, 1)).toEqual(['sent here']);
    await sqs.sendMessage({ QueueUrl, MessageBody: 'more' });
    await sqs.startMessageMoveTask({ SourceArn: arn('dead'), DestinationArn: arn('orders') });
    await sqs.deleteQueue({ QueueUrl });
    clock.advance(60_000);
    const again = await create('dead');
    const { Results: after } = await sqs.listMessageMoveTasks({ SourceArn: arn('dead') });
    expect(after).toMatchObject([{ Status: 'FAILED', ApproximateNumberOfMessagesMoved: 0 }]);
    expect(await bodies(again)).toEqual([]);
  });

  it('is of dead-letter queues alone, to queues of their kind', async () => {
    const { sqs, create } = await startSqs();
    await create('dead');
    await create('orders', redriveTo('dead'));
    await create('other.fifo');
    const start = (SourceArn: string, more: object = {}) => codeOf(sqs.startMessageMoveTask({ SourceArn, ...more }));
    expect(await start(arn('orders'))).toBe('InvalidParameterValue');
    expect(await start(arn('none'))).toBe('ResourceNotFoundException');
    expect(await start(arn('dead'), { DestinationArn: arn('none') })).toBe('ResourceNotFoundException');
    expect(await start(arn('dead'), { DestinationArn: arn('other.fifo') })).toBe('InvalidParameterValue');
    expect(await start(arn('dead'), { MaxNumberOfMessagesPerSecond: 501 })).toBe('InvalidParameterValue');
    expect(await codeOf(sqs.listMessageMoveTasks({ SourceArn: arn('dead'), MaxResults: 11 }))).toBe(
      'InvalidParameterValue',
    );
  });
});
