import { describe, expect, it } from 'vitest';
import { codeOf } from '../../testing/clients.js';
import { createQueue, sqsClient, startSqs } from '../../testing/sqs.js';

describe('SQS', () => {
  it('lets in only its accounts, in words of its own', async () => {
    const { cloud } = await startSqs({ regions: ['eu-west-1', { name: 'me-south-1', optIn: 'not-opted-in' }] });
    const { accessKeyId } = cloud.credentials;
    const asked = (config: object) => codeOf(sqsClient(cloud, config).listQueues({}));
    expect(await asked({ credentials: { accessKeyId: 'NOBODY', secretAccessKey: 'x' } })).toBe('InvalidClientTokenId');
    expect(await asked({ credentials: { accessKeyId, secretAccessKey: 'x' } })).toBe('SignatureDoesNotMatch');
    expect(await asked({ region: 'me-south-1' })).toBe('InvalidClientTokenId');
    const headers = { 'x-amz-target': 'AmazonSQS.ListQueues' };
    const ask = (more: object) =>
      fetch(cloud.endpoint('sqs', 'eu-west-1'), { method: 'POST', headers: { ...headers, ...more }, body: '{}' });
    expect((await ask({})).headers.get('x-amzn-query-error')).toBe('MissingAuthenticationToken;Sender');
    expect((await ask({ authorization: 'Bearer x' })).headers.get('x-amzn-query-error')).toBe(
      'IncompleteSignature;Sender',
    );
  });

  it('fails as it is told to, a held answer too', async () => {
    const { cloud, sqs, create } = await startSqs();
    const QueueUrl = await create('orders');
    await cloud.setFaults({
      'eu-west-1': [
        { kind: 'error', code: 'QueueDoesNotExist', times: 1 },
        { kind: 'error', status: 503, times: 1 },
        { kind: 'truncated', action: 'ReceiveMessage', times: 1 },
        { kind: 'drip', bytesPerSecond: 100_000, action: 'ReceiveMessage' },
      ],
    });
    const call = () => sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 20 });
    await expect(call()).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
    await expect(call()).rejects.toMatchObject({ name: 'Unavailable', $metadata: { httpStatusCode: 503 } });
    const [cut, slow] = [call(), call()];
    const cutEnds = expect(cut).rejects.toThrow();
    await cloud.requests.waitFor({ action: 'ReceiveMessage' }, 4);
    for (const MessageBody of ['a', 'b']) await sqs.sendMessage({ QueueUrl, MessageBody });
    await cutEnds;
    expect((await slow).Messages).toHaveLength(1);
  });

  it('has queues of its own in each region and account', async () => {
    const { cloud } = await startSqs();
    const [, other] = cloud.accounts;
    const clients = [
      sqsClient(cloud),
      sqsClient(cloud, { region: 'us-east-1' }),
      sqsClient(cloud, { credentials: other?.credentials ?? cloud.credentials }),
    ];
    for (const client of clients) {
      const QueueUrl = await createQueue(client, 'orders');
      const { Attributes } = await client.getQueueAttributes({ QueueUrl, AttributeNames: ['All'] });
      expect(Attributes?.ApproximateNumberOfMessages).toBe('0');
      await client.sendMessage({ QueueUrl, MessageBody: 'a' });
    }
  });
});
