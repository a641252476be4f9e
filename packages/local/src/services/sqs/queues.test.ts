import { paginateListQueues } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../testing/clients.js';
import { createQueue, sqsClient, startSqs } from '../../testing/sqs.js';

describe('queues', () => {
  it('are made, found, listed by prefix and deleted, each account and region for itself', async () => {
    const { cloud, sqs, clock, create } = await startSqs();
    const url = await create('orders');
    expect(url).toBe(`${cloud.url}/111122223333/orders`);
    await create('bills');
    expect((await sqs.getQueueUrl({ QueueName: 'orders' })).QueueUrl).toBe(url);
    expect((await sqs.listQueues({})).QueueUrls?.map((one) => one.split('/').at(-1))).toEqual(['bills', 'orders']);
    expect((await sqs.listQueues({ QueueNamePrefix: 'or' })).QueueUrls).toEqual([url]);
    expect((await sqs.listQueues({ QueueNamePrefix: 'x' })).QueueUrls).toBeUndefined();
    const elsewhere = sqsClient(cloud, { region: 'us-east-1' });
    expect(await codeOf(elsewhere.getQueueUrl({ QueueName: 'orders' }))).toBe('QueueDoesNotExist');
    const others = sqsClient(cloud, { credentials: cloud.accounts[1]?.credentials ?? cloud.credentials });
    expect((await others.listQueues({})).QueueUrls).toBeUndefined();
    await sqs.deleteQueue({ QueueUrl: url });
    expect(await codeOf(sqs.sendMessage({ QueueUrl: url, MessageBody: 'a' }))).toBe('QueueDoesNotExist');
    clock.advance(59_999);
    expect(await codeOf(create('orders'))).toBe('QueueDeletedRecently');
    clock.advance(1);
    expect(await codeOf(create('orders'))).toBe('no error');
  });

  it('are listed page by page when MaxResults is sent, and only then', async () => {
    const { cloud, sqs, create } = await startSqs();
    for (let at = 0; at < 7; at += 1) await create(`q${at}`);
    const sizes: number[] = [];
    for await (const page of paginateListQueues({ client: sqs, pageSize: 3 }, {}))
      sizes.push(page.QueueUrls?.length ?? 0);
    expect(sizes).toEqual([3, 3, 1]);
    const { NextToken } = await sqs.listQueues({ MaxResults: 3 });
    const elsewhere = sqsClient(cloud, { region: 'us-east-1' });
    expect(await codeOf(elsewhere.listQueues({ MaxResults: 3, NextToken }))).toBe('InvalidParameterValue');
    expect(await codeOf(sqs.listQueues({ MaxResults: 3, NextToken, QueueNamePrefix: 'q' }))).toBe(
      'InvalidParameterValue',
    );
    expect(await codeOf(sqs.listQueues({ MaxResults: 1001 }))).toBe('InvalidParameterValue');
  });

  it('name the region in their address where the endpoint does', async () => {
    const { cloud } = await startSqs();
    const named = sqsClient(cloud, { endpoint: cloud.endpoint('sqs', 'eu-west-1') });
    const url = await createQueue(named, 'orders');
    expect(url).toBe(`${cloud.url}/sqs/eu-west-1/111122223333/orders`);
    const plain = sqsClient(cloud);
    expect((await plain.sendMessage({ QueueUrl: url, MessageBody: 'a' })).MessageId).toBeDefined();
    const elsewhere = sqsClient(cloud, { region: 'us-east-1' });
    expect(await codeOf(elsewhere.sendMessage({ QueueUrl: url, MessageBody: 'a' }))).toBe('InvalidAddress');
    expect(await codeOf(plain.sendMessage({ QueueUrl: 'orders', MessageBody: 'a' }))).toBe('InvalidAddress');
  });

  it('have attributes, with their defaults', async () => {
    const { sqs, clock, create } = await startSqs();
    const QueueUrl = await create('orders', { VisibilityTimeout: '0045' });
    const all = async () => (await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ['All'] })).Attributes;
    const created = String(Math.floor(clock.now() / 1000));
    expect(await all()).toEqual({
      QueueArn: 'arn:aws:sqs:eu-west-1:111122223333:orders',
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
      ApproximateNumberOfMessagesDelayed: '0',
      CreatedTimestamp: created,
      LastModifiedTimestamp: created,
      VisibilityTimeout: '45',
      DelaySeconds: '0',
      MaximumMessageSize: '1048576',
      MessageRetentionPeriod: '345600',
      ReceiveMessageWaitTimeSeconds: '0',
      SqsManagedSseEnabled: 'true',
    });
    clock.advance(5_000);
    await sqs.setQueueAttributes({ QueueUrl, Attributes: { DelaySeconds: '7', KmsMasterKeyId: 'alias/aws/sqs' } });
    expect(await all()).toMatchObject({
      DelaySeconds: '7',
      KmsMasterKeyId: 'alias/aws/sqs',
      KmsDataKeyReusePeriodSeconds: '300',
      LastModifiedTimestamp: String(Number(created) + 5),
    });
    await sqs.setQueueAttributes({ QueueUrl, Attributes: { KmsMasterKeyId: '' } });
    expect(await all()).not.toHaveProperty('KmsMasterKeyId');
    const two = await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ['DelaySeconds', 'QueueArn'] });
    expect(Object.keys(two.Attributes ?? {}).sort()).toEqual(['DelaySeconds', 'QueueArn']);
    expect((await sqs.getQueueAttributes({ QueueUrl })).Attributes).toBeUndefined();
  });

  it('refuse attributes and names that cannot be', async () => {
    const { sqs, create } = await startSqs();
    const QueueUrl = await create('orders');
    const set = (name: string, value: string) =>
      codeOf(sqs.setQueueAttributes({ QueueUrl, Attributes: { [name]: value } }));
    for (const [name, value] of [
      ['VisibilityTimeout', '43201'],
      ['VisibilityTimeout', '-1'],
      ['VisibilityTimeout', 'x'],
      ['VisibilityTimeout', ''],
      ['DelaySeconds', '901'],
      ['MaximumMessageSize', '1023'],
      ['MaximumMessageSize', '1048577'],
      ['MessageRetentionPeriod', '59'],
      ['MessageRetentionPeriod', '1209601'],
      ['ReceiveMessageWaitTimeSeconds', '21'],
      ['KmsDataKeyReusePeriodSeconds', '59'],
      ['SqsManagedSseEnabled', 'yes'],
      ['Policy', '{'],
      ['FifoQueue', 'maybe'],
      ['FifoQueue', 'true'],
    ] as const) {
      expect([name, value, await set(name, value)]).toEqual([name, value, 'InvalidAttributeValue']);
    }
    expect(await set('Nonsense', '1')).toBe('InvalidAttributeName');
    expect(await set('QueueArn', '1')).toBe('InvalidAttributeName');
    expect(await set('ContentBasedDeduplication', 'true')).toBe('InvalidAttributeName');
    expect(await codeOf(sqs.getQueueAttributes({ QueueUrl, AttributeNames: ['Nonsense' as 'All'] }))).toBe(
      'InvalidAttributeName',
    );
    for (const name of ['a b', 'x'.repeat(81), 'orders.fif', `${'x'.repeat(76)}.fifo`]) {
      expect(await codeOf(create(name))).toBe('InvalidParameterValue');
    }
    expect(await codeOf(sqs.createQueue({ QueueName: 'a.fifo' }))).toBe('InvalidParameterValue');
    expect(await codeOf(create('plain', { FifoQueue: 'true' }))).toBe('InvalidParameterValue');
  });

  it('are the same when asked for with the same attributes, and another is refused', async () => {
    const { create } = await startSqs();
    const url = await create('orders', { VisibilityTimeout: '45' });
    expect(await create('orders')).toBe(url);
    expect(await create('orders', { VisibilityTimeout: '45', DelaySeconds: '0' })).toBe(url);
    expect(await codeOf(create('orders', { VisibilityTimeout: '46' }))).toBe('QueueNameExists');
  });
});
