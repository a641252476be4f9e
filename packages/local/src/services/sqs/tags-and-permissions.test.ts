import { describe, expect, it } from 'vitest';
import { codeOf } from '../../testing/clients.js';
import { sqsClient, startSqs } from '../../testing/sqs.js';

describe('tags of queues', () => {
  it('are put on, listed and taken off', async () => {
    const { sqs } = await startSqs();
    const { QueueUrl } = await sqs.createQueue({ QueueName: 'orders', tags: { team: 'a' } });
    await sqs.tagQueue({ QueueUrl, Tags: { stage: '', team: 'b' } });
    expect((await sqs.listQueueTags({ QueueUrl })).Tags).toEqual({ team: 'b', stage: '' });
    await sqs.untagQueue({ QueueUrl, TagKeys: ['team', 'none'] });
    expect((await sqs.listQueueTags({ QueueUrl })).Tags).toEqual({ stage: '' });
    const tag = (Tags: Record<string, string>) => codeOf(sqs.tagQueue({ QueueUrl, Tags }));
    expect(await tag({ 'aws:x': '1' })).toBe('InvalidParameterValue');
    expect(await tag({ ['x'.repeat(129)]: '1' })).toBe('InvalidParameterValue');
    expect(await tag(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`t${at}`, ''])))).toBe(
      'InvalidParameterValue',
    );
  });
});

describe('permissions', () => {
  it('let another account in, for what they say, until they are taken away', async () => {
    const { cloud, sqs, create } = await startSqs();
    const [, other] = cloud.accounts;
    const stranger = sqsClient(cloud, { credentials: other?.credentials ?? cloud.credentials });
    const QueueUrl = await create('orders');
    const send = () => codeOf(stranger.sendMessage({ QueueUrl, MessageBody: 'a' }));
    expect(await send()).toBe('AccessDenied');
    await sqs.addPermission({ QueueUrl, Label: 'in', AWSAccountIds: [other?.id ?? ''], Actions: ['SendMessage'] });
    expect(await send()).toBe('no error');
    expect(await codeOf(stranger.sendMessageBatch({ QueueUrl, Entries: [{ Id: 'a', MessageBody: 'a' }] }))).toBe(
      'no error',
    );
    expect(await codeOf(stranger.receiveMessage({ QueueUrl }))).toBe('AccessDenied');
    const { Messages } = await sqs.receiveMessage({ QueueUrl, MessageSystemAttributeNames: ['SenderId'] });
    expect(Messages?.[0]?.Attributes).toEqual({ SenderId: other?.id });
    await sqs.addPermission({ QueueUrl, Label: 'all', AWSAccountIds: [other?.id ?? ''], Actions: ['*'] });
    expect(await codeOf(stranger.receiveMessage({ QueueUrl }))).toBe('no error');
    const owned = { QueueName: 'orders', QueueOwnerAWSAccountId: cloud.accounts[0]?.id };
    expect((await stranger.getQueueUrl(owned)).QueueUrl).toBe(QueueUrl);
    expect(await codeOf(stranger.deleteQueue({ QueueUrl }))).toBe('AccessDenied');
    for (const Label of ['in', 'all']) await sqs.removePermission({ QueueUrl, Label });
    expect(await send()).toBe('AccessDenied');
    const { Attributes } = await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ['Policy'] });
    expect(Attributes).toBeUndefined();
  });

  it('are what the policy says, denials above all, and conditions never grant', async () => {
    const { cloud, sqs, create } = await startSqs();
    const stranger = sqsClient(cloud, { credentials: cloud.accounts[1]?.credentials ?? cloud.credentials });
    const QueueUrl = await create('orders');
    const allow = { Effect: 'Allow', Principal: '*', Action: 'SQS:Send*', Resource: '*' };
    const sends = async (...Statement: object[]) => {
      await sqs.setQueueAttributes({ QueueUrl, Attributes: { Policy: JSON.stringify({ Statement }) } });
      return codeOf(stranger.sendMessage({ QueueUrl, MessageBody: 'a' }));
    };
    expect(await sends(allow)).toBe('no error');
    expect(await sends(allow, { ...allow, Effect: 'Deny', Principal: { AWS: '444455556666' } })).toBe('AccessDenied');
    expect(await sends({ ...allow, Condition: { Bool: { 'aws:SecureTransport': 'true' } } })).toBe('AccessDenied');
    expect(await sends({ ...allow, Principal: { AWS: 'arn:aws:iam::999999999999:root' } })).toBe('AccessDenied');
    expect(await sends({ ...allow, Resource: 'arn:aws:sqs:*:other' })).toBe('AccessDenied');
    expect(await sends({ ...allow, Principal: { Service: 'sns.amazonaws.com' } })).toBe('AccessDenied');
  });

  it('are refused when they cannot be', async () => {
    const { sqs, create } = await startSqs();
    const QueueUrl = await create('orders');
    const add = (more: object) =>
      codeOf(
        sqs.addPermission({
          QueueUrl,
          Label: 'x',
          AWSAccountIds: ['444455556666'],
          Actions: ['SendMessage'],
          ...more,
        }),
      );
    expect(await add({ Actions: ['CreateQueue'] })).toBe('InvalidParameterValue');
    expect(await add({ AWSAccountIds: ['x'] })).toBe('InvalidParameterValue');
    expect(await add({ Label: 'a b' })).toBe('InvalidParameterValue');
    expect(await add({})).toBe('no error');
    expect(await add({})).toBe('InvalidParameterValue');
    expect(await codeOf(sqs.removePermission({ QueueUrl, Label: 'none' }))).toBe('InvalidParameterValue');
  });
});
