import { describe, expect, it } from 'vitest';
import { codeOf } from '../../testing/clients.js';
import { startSqs } from '../../testing/sqs.js';

const entries = (count: number, body = 'x') =>
  Array.from({ length: count }, (_, index) => ({ Id: `e${index}`, MessageBody: body }));

describe('batches', () => {
  it('are sent, hidden and deleted entry by entry', async () => {
    const { sqs, create, bodies } = await startSqs();
    const QueueUrl = await create('orders');
    const sent = await sqs.sendMessageBatch({
      QueueUrl,
      Entries: [
        ...entries(2),
        { Id: 'late', MessageBody: 'x', DelaySeconds: 901 },
        { Id: 'bad', MessageBody: '\u0000' },
      ],
    });
    expect(sent.Successful?.map(({ Id }) => Id)).toEqual(['e0', 'e1']);
    expect(sent.Failed).toMatchObject([
      { Id: 'late', Code: 'InvalidParameterValue', SenderFault: true },
      { Id: 'bad', Code: 'InvalidMessageContents', SenderFault: true },
    ]);
    const { Messages = [] } = await sqs.receiveMessage({ QueueUrl, MaxNumberOfMessages: 10 });
    const [a = '', b = ''] = Messages.map(({ ReceiptHandle = '' }) => ReceiptHandle);
    const changed = await sqs.changeMessageVisibilityBatch({
      QueueUrl,
      Entries: [
        { Id: 'a', ReceiptHandle: a, VisibilityTimeout: 0 },
        { Id: 'b', ReceiptHandle: b, VisibilityTimeout: 43_201 },
        { Id: 'c', ReceiptHandle: 'x', VisibilityTimeout: 1 },
      ],
    });
    expect(changed.Successful).toEqual([{ Id: 'a' }]);
    expect(changed.Failed).toMatchObject([
      { Id: 'b', Code: 'InvalidParameterValue' },
      { Id: 'c', Code: 'ReceiptHandleIsInvalid' },
    ]);
    expect(await bodies(QueueUrl)).toEqual(['x']);
    const deleted = await sqs.deleteMessageBatch({
      QueueUrl,
      Entries: [
        { Id: 'b', ReceiptHandle: b },
        { Id: 'c', ReceiptHandle: 'x' },
      ],
    });
    expect(deleted).toMatchObject({ Successful: [{ Id: 'b' }], Failed: [{ Id: 'c', Code: 'ReceiptHandleIsInvalid' }] });
  });

  it('are refused whole when they are none', async () => {
    const { sqs, create, bodies } = await startSqs();
    const QueueUrl = await create('orders');
    const send = (Entries: { Id: string; MessageBody: string }[]) =>
      codeOf(sqs.sendMessageBatch({ QueueUrl, Entries }));
    expect(await send([])).toBe('EmptyBatchRequest');
    expect(await send(entries(11))).toBe('TooManyEntriesInBatchRequest');
    expect(await send([...entries(1), ...entries(1)])).toBe('BatchEntryIdsNotDistinct');
    expect(await send([{ Id: 'a b', MessageBody: 'x' }])).toBe('InvalidBatchEntryId');
    expect(await send([{ Id: 'x'.repeat(81), MessageBody: 'x' }])).toBe('InvalidBatchEntryId');
    expect(await send(entries(2, 'x'.repeat(524_289)))).toBe('BatchRequestTooLong');
    expect(await codeOf(sqs.deleteMessageBatch({ QueueUrl, Entries: [] }))).toBe('EmptyBatchRequest');
    expect(await codeOf(sqs.changeMessageVisibilityBatch({ QueueUrl, Entries: [] }))).toBe('EmptyBatchRequest');
    expect(await bodies(QueueUrl)).toEqual([]);
    expect(await send(entries(2, 'x'.repeat(524_288)))).toBe('no error');
  });
});
