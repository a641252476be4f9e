import { describe, expect, it } from 'vitest';
import { sendSigned } from '../../../testing/signed-request.js';
import { startSqs } from '../../../testing/sqs.js';

/** SQS as it was spoken before JSON; to the address of a queue where one is given. */
async function startQuery() {
  const test = await startSqs();
  const { url, credentials } = test.cloud;
  const ask = async (parameters: Record<string, string>, address = `${url}/`) => {
    const body = new URLSearchParams({ Version: '2012-11-05', ...parameters }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await sendSigned({ url: address, body, credentials, service: 'sqs', headers });
    const text = await answer.text();
    const inside = (element: string) =>
      [...text.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, one = '']) => one);
    return { status: answer.status, text, inside };
  };
  return { ...test, ask };
}

describe('the query protocol', () => {
  it('serves every kind of operation, to the root and to the queue’s own address', async () => {
    const { ask, cloud } = await startQuery();
    const made = await ask({
      Action: 'CreateQueue',
      QueueName: 'orders',
      'Attribute.1.Name': 'VisibilityTimeout',
      'Attribute.1.Value': '40',
      'Attribute.2.Name': 'DelaySeconds',
      'Attribute.2.Value': '0',
      'Tag.1.Key': 'team',
      'Tag.1.Value': 'a',
    });
    const queue = `${cloud.url}/111122223333/orders`;
    expect(made.text).toMatch(
      /^<\?xml[^>]*>\s*<CreateQueueResponse xmlns="http:\/\/queue.amazonaws.com\/doc\/2012-11-05\/"><CreateQueueResult><QueueUrl>/,
    );
    expect(made.inside('QueueUrl')).toEqual([queue]);
    expect((await ask({ Action: 'ListQueues' })).inside('QueueUrl')).toEqual([queue]);
    const attributes = await ask({ Action: 'GetQueueAttributes', 'AttributeName.1': 'VisibilityTimeout' }, queue);
    expect(attributes.text).toContain('<Attribute><Name>VisibilityTimeout</Name><Value>40</Value></Attribute>');
    const tags = await ask({ Action: 'ListQueueTags', QueueUrl: queue });
    expect(tags.text).toContain(
      '<ListQueueTagsResult><Tag><Key>team</Key><Value>a</Value></Tag></ListQueueTagsResult>',
    );
    const sent = await ask(
      {
        Action: 'SendMessage',
        MessageBody: 'ä <&>\r\n',
        'MessageAttribute.1.Name': 'id',
        'MessageAttribute.1.Value.DataType': 'Number',
        'MessageAttribute.1.Value.StringValue': '7',
        'MessageAttribute.2.Name': 'bytes',
        'MessageAttribute.2.Value.DataType': 'Binary',
        'MessageAttribute.2.Value.BinaryValue': 'AP8=',
      },
      queue,
    );
    expect(sent.inside('MessageId')).toHaveLength(1);
    const received = await ask(
      { Action: 'ReceiveMessage', 'MessageAttributeName.1': 'All', 'AttributeName.1': 'All' },
      queue,
    );
    expect(received.inside('Body')).toEqual(['ä &lt;&amp;&gt;&#xD;&#xA;']);
    expect(received.inside('MD5OfMessageAttributes')).toEqual(sent.inside('MD5OfMessageAttributes'));
    expect(received.text).toContain('<Name>bytes</Name><Value><DataType>Binary</DataType><BinaryValue>AP8=');
    expect(received.text).toContain('<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>');
    const [handle = ''] = received.inside('ReceiptHandle');
    const deleted = await ask({ Action: 'DeleteMessage', ReceiptHandle: handle }, queue);
    expect(deleted.text).toMatch(/<DeleteMessageResponse [^>]*><ResponseMetadata><RequestId>/);
  });

  it('serves batches', async () => {
    const { ask, create } = await startQuery();
    const queue = await create('orders');
    const entry = 'SendMessageBatchRequestEntry';
    const sent = await ask({
      Action: 'SendMessageBatch',
      QueueUrl: queue,
      [`${entry}.1.Id`]: 'a',
      [`${entry}.1.MessageBody`]: 'one',
      [`${entry}.2.Id`]: 'b',
      [`${entry}.2.MessageBody`]: 'two',
      [`${entry}.2.DelaySeconds`]: '901',
    });
    expect(sent.text).toMatch(/<SendMessageBatchResultEntry><Id>a<\/Id>/);
    expect(sent.text).toMatch(
      /<BatchResultErrorEntry><Id>b<\/Id><SenderFault>true<\/SenderFault><Code>InvalidParameterValue</,
    );
    const nameless = await ask({ Action: 'SendMessageBatch', QueueUrl: queue, [`${entry}.1.Id`]: 'a' });
    expect([nameless.status, nameless.inside('Code')]).toEqual([400, ['MissingParameter']]);
    expect(nameless.text).toContain(`${entry}.1.MessageBody`);
    const none = await ask({ Action: 'SendMessageBatch', QueueUrl: queue });
    expect(none.inside('Code')).toEqual(['MissingParameter']);
  });

  it('has its own names for errors, and statuses', async () => {
    const { ask, cloud, create } = await startQuery();
    const queue = await create('orders');
    const none = `${cloud.url}/111122223333/none`;
    const code = async (parameters: Record<string, string>, address?: string) => {
      const { status, inside } = await ask(parameters, address);
      return [status, inside('Code')[0]];
    };
    expect(await code({ Action: 'ReceiveMessage' }, none)).toEqual([400, 'AWS.SimpleQueueService.NonExistentQueue']);
    expect(await code({ Action: 'DeleteMessage', ReceiptHandle: 'x' }, queue)).toEqual([404, 'ReceiptHandleIsInvalid']);
    expect(await code({ Action: 'PurgeQueue' }, queue)).toEqual([200, undefined]);
    expect(await code({ Action: 'PurgeQueue' }, queue)).toEqual([403, 'AWS.SimpleQueueService.PurgeQueueInProgress']);
    const again = {
      Action: 'CreateQueue',
      QueueName: 'orders',
      'Attribute.Name': 'DelaySeconds',
      'Attribute.Value': '1',
    };
    expect(await code(again)).toEqual([400, 'QueueAlreadyExists']);
    expect(await code({ Action: 'SendMessage' }, queue)).toEqual([400, 'MissingParameter']);
    expect(await code({ Action: 'ReceiveMessage', MaxNumberOfMessages: 'x' }, queue)).toEqual([
      400,
      'SerializationException',
    ]);
    expect(await code({ Action: 'ReceiveMessage', Other: 'x' }, queue)).toEqual([400, 'UnknownParameter']);
    expect(await code({ Action: 'Nonsense' })).toEqual([501, 'NotImplemented']);
    expect(await code({})).toEqual([400, 'MissingAction']);
    expect(await code({ Action: 'ListQueues', Version: '2009-02-01' })).toEqual([400, 'NoSuchVersion']);
  });
});

describe('the JSON protocol', () => {
  it('names errors in its own way and, in a header, in the older one', async () => {
    const { cloud, create } = await startSqs();
    await create('orders');
    const ask = (target: string, body: string) =>
      sendSigned({
        url: `${cloud.url}/`,
        body,
        credentials: cloud.credentials,
        service: 'sqs',
        headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target },
      });
    const answer = await ask('AmazonSQS.GetQueueUrl', '{"QueueName":"none"}');
    expect([answer.status, answer.headers.get('x-amzn-query-error'), await answer.json()]).toMatchObject([
      400,
      'AWS.SimpleQueueService.NonExistentQueue;Sender',
      { __type: 'com.amazonaws.sqs#QueueDoesNotExist' },
    ]);
    for (const [target, body, code] of [
      ['AmazonSQS.GetQueueUrl', '{', 'SerializationException'],
      ['AmazonSQS.GetQueueUrl', '[]', 'SerializationException'],
      ['AmazonSQS.GetQueueUrl', '{"QueueName":1}', 'SerializationException'],
      ['AmazonSQS.GetQueueUrl', '{"QueueName":null}', 'MissingParameter'],
      ['AmazonSQS.GetQueueUrl', '', 'MissingParameter'],
      ['AmazonSQS.GetQueueUrl', '{"QueueName":"a","__proto__":{}}', 'UnknownParameter'],
      ['AmazonSQS.CreateQueue', '{"QueueName":"a","Attributes":[]}', 'SerializationException'],
      ['AmazonSQS.Nonsense', '{}', 'NotImplemented'],
      ['Other.ListQueues', '{}', 'MissingAction'],
    ] as const) {
      const { headers } = await ask(target, body);
      expect([body, headers.get('x-amzn-query-error')?.split(';')[0]]).toEqual([body, code]);
    }
  });
});
