import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../testing/clients.js';
import { startSqs } from '../../testing/sqs.js';

const text = (StringValue: string, DataType = 'String'): MessageAttributeValue => ({ DataType, StringValue });

describe('attributes of messages', () => {
  it('come back as they were sent, those that are asked for', async () => {
    const { sqs, create } = await startSqs();
    const QueueUrl = await create('orders', { VisibilityTimeout: '0' });
    const MessageAttributes = {
      'order.id': text('7', 'Number'),
      'order.name': text('ä'),
      __proto: text('x', 'String.custom'),
      picture: { DataType: 'Binary.png', BinaryValue: Uint8Array.of(0, 255) },
    };
    const sent = await sqs.sendMessage({
      QueueUrl,
      MessageBody: 'a',
      MessageAttributes,
      MessageSystemAttributes: { AWSTraceHeader: text('Root=1-5759e988-bd862e3fe1be46a994272793') },
    });
    const received = async (...MessageAttributeNames: string[]) =>
      (await sqs.receiveMessage({ QueueUrl, MessageAttributeNames, AttributeNames: ['All'] })).Messages?.[0];
    const all = await received('All');
    expect(all?.MessageAttributes).toEqual(MessageAttributes);
    expect(all?.MD5OfMessageAttributes).toBe(sent.MD5OfMessageAttributes);
    expect(all?.Attributes?.AWSTraceHeader).toBe('Root=1-5759e988-bd862e3fe1be46a994272793');
    expect(sent.MD5OfMessageSystemAttributes).toBe('62a56dd927315f2b2e12832b84617ea5');
    expect(Object.keys((await received('order.*'))?.MessageAttributes ?? {})).toEqual(['order.id', 'order.name']);
    expect(Object.keys((await received('picture', 'none'))?.MessageAttributes ?? {})).toEqual(['picture']);
    expect(Object.keys((await received('.*'))?.MessageAttributes ?? {})).toHaveLength(4);
    const none = await received();
    expect([none?.MessageAttributes, none?.MD5OfMessageAttributes]).toEqual([undefined, undefined]);
  });

  it('are refused when they cannot be', async () => {
    const { sqs, create } = await startSqs();
    const QueueUrl = await create('orders');
    const send = (MessageAttributes: Record<string, MessageAttributeValue>) =>
      codeOf(sqs.sendMessage({ QueueUrl, MessageBody: 'a', MessageAttributes }));
    const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`a${index}`, text('x')]));
    for (const attributes of [
      eleven,
      { 'AWS.x': text('x') },
      { 'amazon.x': text('x') },
      { 'a b': text('x') },
      { '.a': text('x') },
      { 'a.': text('x') },
      { 'a..b': text('x') },
      { ['x'.repeat(257)]: text('x') },
      { a: text('x', 'Text') },
      { a: text('x', 'Number') },
      { a: text('1'.repeat(39), 'Number') },
      { a: text('') },
      { a: { DataType: 'Binary', StringValue: 'x' } },
      { a: { DataType: 'String', StringValue: 'x', BinaryValue: Uint8Array.of(1) } },
    ]) {
      expect([attributes, await send(attributes)]).toEqual([attributes, 'InvalidParameterValue']);
    }
    expect(await send({ a: { DataType: 'String', StringListValues: ['x'] } })).toBe('UnsupportedOperation');
    expect(await send({ a: text('\u0001') })).toBe('InvalidMessageContents');
    expect(await send({ a: text('-1.5e10', 'Number'), b: text('1'.repeat(38), 'Number') })).toBe('no error');
  });

  it('count for the size of a message', async () => {
    const { sqs, create } = await startSqs();
    const QueueUrl = await create('orders', { MaximumMessageSize: '1024' });
    const send = (length: number, MessageAttributes?: Record<string, MessageAttributeValue>) =>
      codeOf(sqs.sendMessage({ QueueUrl, MessageBody: 'x'.repeat(length), MessageAttributes }));
    expect(await send(1024)).toBe('no error');
    expect(await send(1025)).toBe('InvalidParameterValue');
    // Its name, its type and its value.
    expect(await send(1024 - 4 - 6 - 2, { name: text('ä') })).toBe('no error');
    expect(await send(1024 - 4 - 6 - 1, { name: text('ä') })).toBe('InvalidParameterValue');
    expect(await send(0)).toBe('MissingParameter');
  });
});
