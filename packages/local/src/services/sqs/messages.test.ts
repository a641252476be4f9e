import { describe, expect, it } from 'vitest';
import { codeOf } from '../../testing/clients.js';
import { receiveOne, startSqs } from '../../testing/sqs.js';

describe('messages of a standard queue', () => {
  it('are sent, received and deleted', async () => {
    const { sqs, clock, create } = await startSqs();
    const QueueUrl = await create('orders');
    const sent = await sqs.sendMessage({ QueueUrl, MessageBody: 'häll <o> & "so"\r\n' });
    expect(sent.MD5OfMessageBody).toMatch(/^[0-9a-f]{32}$/);
    const { Messages = [] } = await sqs.receiveMessage({ QueueUrl, MessageSystemAttributeNames: ['All'] });
    expect(Messages).toMatchObject([
      {
        MessageId: sent.MessageId,
        Body: 'häll <o> & "so"\r\n',
        MD5OfBody: sent.MD5OfMessageBody,
        Attributes: {
          SenderId: '111122223333',
          SentTimestamp: String(clock.now()),
          ApproximateReceiveCount: '1',
          ApproximateFirstReceiveTimestamp: String(clock.now()),
        },
      },
    ]);
    expect((await sqs.receiveMessage({ QueueUrl })).Messages).toBeUndefined();
    expect(await codeOf(sqs.receiveMessage({ QueueUrl, AttributeNames: ['DelaySeconds'] }))).toBe(
      'InvalidAttributeName',
    );
    await sqs.deleteMessage({ QueueUrl, ReceiptHandle: Messages[0]?.ReceiptHandle });
    clock.advance(60_000);
    expect((await sqs.receiveMessage({ QueueUrl })).Messages).toBeUndefined();
  });

  it('are visible again when their time is over, and the last handle alone deletes them', async () => {
    const { sqs, clock, create, bodies } = await startSqs();
    const QueueUrl = await create('orders', { VisibilityTimeout: '30' });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'a' });
    const first = await receiveOne(sqs, QueueUrl);
    clock.advance(29_999);
    expect(await bodies(QueueUrl)).toEqual([]);
    clock.advance(1);
    const second = await receiveOne(sqs, QueueUrl, { VisibilityTimeout: 5 });
    await sqs.deleteMessage({ QueueUrl, ReceiptHandle: first });
    clock.advance(5_000);
    expect(await bodies(QueueUrl)).toEqual(['a']);
    await sqs.deleteMessage({ QueueUrl, ReceiptHandle: second });
    clock.advance(30_000);
    expect(await bodies(QueueUrl)).toEqual(['a']);
  });

  it('keep or lose their time by ChangeMessageVisibility', async () => {
    const { sqs, clock, create, bodies } = await startSqs();
    const QueueUrl = await create('orders');
    await sqs.sendMessage({ QueueUrl, MessageBody: 'a' });
    const ReceiptHandle = await receiveOne(sqs, QueueUrl);
    const change = (VisibilityTimeout: number) =>
      codeOf(sqs.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
    clock.advance(20_000);
    expect(await change(40)).toBe('no error');
    clock.advance(39_999);
    expect(await bodies(QueueUrl)).toEqual([]);
    expect(await change(43_200)).toBe('InvalidParameterValue');
    expect(await change(43_201)).toBe('InvalidParameterValue');
    expect(await change(0)).toBe('no error');
    expect(await change(10)).toBe('MessageNotInflight');
    expect(await bodies(QueueUrl)).toEqual(['a']);
    expect(await change(10)).toBe('InvalidParameterValue');
  });

  it('come late when they or their queue are delayed, and are forgotten when they are too old', async () => {
    const { sqs, clock, create, bodies } = await startSqs();
    const QueueUrl = await create('orders', { DelaySeconds: '10', MessageRetentionPeriod: '60' });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'by queue' });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'by message', DelaySeconds: 20 });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'at once', DelaySeconds: 0 });
    const { Attributes } = await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ['All'] });
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesDelayed: '2',
      ApproximateNumberOfMessagesNotVisible: '0',
    });
    expect(await bodies(QueueUrl)).toEqual(['at once']);
    clock.advance(10_000);
    expect(await bodies(QueueUrl)).toEqual(['by queue']);
    clock.advance(10_000);
    expect(await bodies(QueueUrl)).toEqual(['by message']);
    clock.advance(39_999);
    expect(await bodies(QueueUrl)).toHaveLength(3);
    clock.advance(1);
    const after = await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ['All'] });
    expect(after.Attributes).toMatchObject({
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
    });
  });

  it('go all at once, once a minute', async () => {
    const { sqs, clock, create, bodies } = await startSqs();
    const QueueUrl = await create('orders');
    for (const MessageBody of ['a', 'b']) await sqs.sendMessage({ QueueUrl, MessageBody });
    await bodies(QueueUrl, 1);
    await sqs.purgeQueue({ QueueUrl });
    clock.advance(59_999);
    expect(await bodies(QueueUrl)).toEqual([]);
    expect(await codeOf(sqs.purgeQueue({ QueueUrl }))).toBe('PurgeQueueInProgress');
    clock.advance(1);
    expect(await codeOf(sqs.purgeQueue({ QueueUrl }))).toBe('no error');
  });

  it('are handled by handles of their own queue alone', async () => {
    const { sqs, create } = await startSqs();
    const [QueueUrl, other] = [await create('orders'), await create('other')];
    await sqs.sendMessage({ QueueUrl: other, MessageBody: 'a' });
    const foreign = await receiveOne(sqs, other);
    for (const ReceiptHandle of ['x', foreign, `${foreign}AAAA`]) {
      expect(await codeOf(sqs.deleteMessage({ QueueUrl, ReceiptHandle }))).toBe('ReceiptHandleIsInvalid');
    }
    await sqs.deleteMessage({ QueueUrl: other, ReceiptHandle: foreign });
    expect(await codeOf(sqs.deleteMessage({ QueueUrl: other, ReceiptHandle: foreign }))).toBe('no error');
  });
});
