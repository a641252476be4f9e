import { describe, expect, it } from 'vitest';
import { codeOf } from '../../testing/clients.js';
import { receiveOne, startSqs } from '../../testing/sqs.js';

describe('FIFO queues', () => {
  it('keep each group in order, and block it while one of it is in flight', async () => {
    const { sqs, clock, create, bodies } = await startSqs();
    const QueueUrl = await create('orders.fifo', { ContentBasedDeduplication: 'true' });
    for (const [group, body] of ['a a1', 'b b1', 'a a2', 'a a3', 'b b2'].map((one) => one.split(' '))) {
      await sqs.sendMessage({ QueueUrl, MessageBody: body, MessageGroupId: group });
    }
    const { Messages = [] } = await sqs.receiveMessage({ QueueUrl, MaxNumberOfMessages: 2, VisibilityTimeout: 60 });
    expect(Messages.map(({ Body }) => Body)).toEqual(['a1', 'a2']);
    expect(await bodies(QueueUrl)).toEqual(['b1', 'b2']);
    expect(await bodies(QueueUrl)).toEqual([]);
    await sqs.deleteMessage({ QueueUrl, ReceiptHandle: Messages[0]?.ReceiptHandle });
    expect(await bodies(QueueUrl)).toEqual([]);
    clock.advance(30_000);
    expect(await bodies(QueueUrl)).toEqual(['b1', 'b2']);
    clock.advance(30_000);
    expect(await bodies(QueueUrl)).toEqual(['a2', 'a3', 'b1', 'b2']);
  });

  it('go on in order when what was received comes back in another', async () => {
    const { sqs, create, bodies } = await startSqs();
    const QueueUrl = await create('orders.fifo', { ContentBasedDeduplication: 'true' });
    for (const MessageBody of ['1', '2', '3', '4'])
      await sqs.sendMessage({ QueueUrl, MessageBody, MessageGroupId: 'g' });
    const { Messages = [] } = await sqs.receiveMessage({ QueueUrl, MaxNumberOfMessages: 3 });
    for (const { ReceiptHandle } of [...Messages].reverse()) {
      expect(await bodies(QueueUrl)).toEqual([]);
      await sqs.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });
    }
    expect(await bodies(QueueUrl)).toEqual(['1', '2', '3', '4']);
  });

  it('take a message once in five minutes, by id or by content', async () => {
    const { sqs, clock, create, bodies } = await startSqs();
    const QueueUrl = await create('orders.fifo');
    const send = (MessageBody: string, MessageDeduplicationId?: string, MessageGroupId = 'g') =>
      sqs.sendMessage({ QueueUrl, MessageBody, MessageDeduplicationId, MessageGroupId });
    expect(await codeOf(send('x'))).toBe('InvalidParameterValue');
    const first = await send('a', 'id');
    const ReceiptHandle = await receiveOne(sqs, QueueUrl);
    await sqs.deleteMessage({ QueueUrl, ReceiptHandle });
    clock.advance(299_999);
    const again = await send('b', 'id', 'other');
    expect([again.MessageId, again.SequenceNumber]).toEqual([first.MessageId, first.SequenceNumber]);
    clock.advance(1);
    const new_ = await send('c', 'id');
    expect(BigInt(new_.SequenceNumber ?? 0)).toBeGreaterThan(BigInt(first.SequenceNumber ?? 0));
    expect(await bodies(QueueUrl)).toEqual(['c']);
    await sqs.setQueueAttributes({ QueueUrl, Attributes: { ContentBasedDeduplication: 'true' } });
    const ids = [await send('d', undefined, 'h'), await send('d', undefined, 'h'), await send('d', 'own', 'h')];
    expect(new Set(ids.map(({ MessageId }) => MessageId)).size).toBe(2);
  });

  it('tell groups apart where the scope is the group', async () => {
    const { sqs, create, bodies } = await startSqs();
    expect(await codeOf(create('bad.fifo', { FifoThroughputLimit: 'perMessageGroupId' }))).toBe(
      'InvalidAttributeValue',
    );
    const QueueUrl = await create('orders.fifo', {
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
    });
    for (const MessageGroupId of ['a', 'b', 'a']) {
      await sqs.sendMessage({ QueueUrl, MessageBody: MessageGroupId, MessageDeduplicationId: '1', MessageGroupId });
    }
    expect(await bodies(QueueUrl)).toEqual(['a', 'b']);
  });

  it('show group, id and number, and refuse what only standard queues take', async () => {
    const { sqs, create } = await startSqs();
    const QueueUrl = await create('orders.fifo');
    const message = { QueueUrl, MessageBody: 'a', MessageGroupId: 'g', MessageDeduplicationId: 'd' };
    const { SequenceNumber } = await sqs.sendMessage(message);
    const { Messages } = await sqs.receiveMessage({ QueueUrl, AttributeNames: ['All'] });
    expect(Messages?.[0]?.Attributes).toMatchObject({
      MessageGroupId: 'g',
      MessageDeduplicationId: 'd',
      SequenceNumber,
    });
    expect(SequenceNumber).toMatch(/^\d{20}$/);
    expect(await codeOf(sqs.sendMessage({ ...message, DelaySeconds: 5 }))).toBe('InvalidParameterValue');
    expect(await codeOf(sqs.sendMessage({ ...message, MessageGroupId: undefined }))).toBe('MissingParameter');
    expect(await codeOf(sqs.sendMessage({ ...message, MessageGroupId: 'ä' }))).toBe('InvalidParameterValue');
    expect(await codeOf(sqs.sendMessage({ ...message, MessageDeduplicationId: 'x'.repeat(129) }))).toBe(
      'InvalidParameterValue',
    );
    const plain = await create('plain');
    expect(await codeOf(sqs.sendMessage({ ...message, QueueUrl: plain }))).toBe('InvalidParameterValue');
    expect(await codeOf(sqs.receiveMessage({ QueueUrl: plain, ReceiveRequestAttemptId: 'x' }))).toBe(
      'InvalidParameterValue',
    );
  });

  it('take no handle whose time is over', async () => {
    const { sqs, clock, create } = await startSqs();
    const QueueUrl = await create('orders.fifo', { ContentBasedDeduplication: 'true' });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'a', MessageGroupId: 'g' });
    const ReceiptHandle = await receiveOne(sqs, QueueUrl);
    clock.advance(30_000);
    expect(await codeOf(sqs.deleteMessage({ QueueUrl, ReceiptHandle }))).toBe('InvalidParameterValue');
  });

  it('delay what is there already when their delay changes', async () => {
    const { sqs, clock, create, bodies } = await startSqs();
    const QueueUrl = await create('orders.fifo', { ContentBasedDeduplication: 'true', DelaySeconds: '10' });
    for (const MessageBody of ['1', '2']) await sqs.sendMessage({ QueueUrl, MessageBody, MessageGroupId: 'g' });
    await sqs.setQueueAttributes({ QueueUrl, Attributes: { DelaySeconds: '20' } });
    clock.advance(19_999);
    expect(await bodies(QueueUrl)).toEqual([]);
    clock.advance(1);
    expect(await bodies(QueueUrl)).toEqual(['1', '2']);
  });

  it('repeat a receive by its attempt id, until something became of it', async () => {
    const { sqs, clock, create } = await startSqs();
    const QueueUrl = await create('orders.fifo', { ContentBasedDeduplication: 'true' });
    for (const MessageBody of ['1', '2']) await sqs.sendMessage({ QueueUrl, MessageBody, MessageGroupId: 'g' });
    const receive = async () => {
      const { Messages = [] } = await sqs.receiveMessage({
        QueueUrl,
        MaxNumberOfMessages: 10,
        ReceiveRequestAttemptId: 'try',
      });
      return Messages.map(({ ReceiptHandle = '' }) => ReceiptHandle);
    };
    const first = await receive();
    clock.advance(29_000);
    expect(await receive()).toEqual(first);
    // Which began its time anew.
    clock.advance(29_000);
    expect(await receive()).toEqual(first);
    await sqs.deleteMessage({ QueueUrl, ReceiptHandle: first[0] });
    expect(await receive()).toEqual([]);
  });
});
