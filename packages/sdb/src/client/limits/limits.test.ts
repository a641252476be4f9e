import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answering, clientOf, ok } from '../../testing/clients.js';
import { isLimitError } from './limit-error.js';
import { splitBatch } from './split-batch.js';

const attributes = (count: number) => Array.from({ length: count }, (_, index) => ({ Name: `a${index}`, Value: 'v' }));
const items = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ Name: `i${index}`, Attributes: attributes(1) }));

describe('what SimpleDB would refuse is not sent', () => {
  it.each([
    ['domain name', { DomainName: 'no' }],
    ['domain name', { DomainName: 'with space' }],
    ['domain name', { DomainName: 'x'.repeat(256) }],
    ['item name', { ItemName: 'é'.repeat(513) }],
    ['attribute name', { Attributes: [{ Name: 'x'.repeat(1_025), Value: '' }] }],
    ['value', { Attributes: [{ Name: 'a', Value: '😀'.repeat(257) }] }],
    ['attributes of an item', { Attributes: attributes(257) }],
  ])('for its %s', async (limit, wrong) => {
    const { endpoint, received } = await answering(ok(''));
    const input = { DomainName: 'books', ItemName: 'i', Attributes: attributes(1), ...wrong };
    const error: unknown = await clientOf(endpoint)
      .putAttributes(input)
      .catch((one: unknown) => one);
    if (!isLimitError(error)) throw error;
    expect(error.limit).toBe(limit);
    expect(received).toHaveLength(0);
  });

  it('and what just fits is', async () => {
    const { endpoint, received } = await answering(ok(''));
    await clientOf(endpoint).putAttributes({
      DomainName: `${'x'.repeat(252)}_.-`,
      ItemName: 'é'.repeat(512),
      Attributes: [...attributes(255), { Name: 'x'.repeat(1_024), Value: '😀'.repeat(256) }],
    });
    expect(received).toHaveLength(1);
  });
});

describe('batches', () => {
  it('of more than 25 are sent in parts, in their order', async () => {
    const { endpoint, received } = await answering(ok(''));
    await clientOf(endpoint).batchPutAttributes({ DomainName: 'books', Items: items(60) });
    const names = received.map(({ form }) =>
      [...form].filter(([name]) => name.endsWith('ItemName')).map(([, value]) => value),
    );
    expect(names.map((list) => list.length)).toEqual([25, 25, 10]);
    // Parameters are sent in byte order: only which request an item is in can be seen.
    expect(names[2]?.toSorted()).toEqual(
      items(60)
        .slice(50)
        .map(({ Name }) => Name),
    );
    expect(names.flat().toSorted()).toEqual(
      items(60)
        .map(({ Name }) => Name)
        .toSorted(),
    );
    expect(received.map(({ form }) => form.get('DomainName'))).toEqual(['books', 'books', 'books']);
  });

  it('of more than 1 MB are sent in parts that are smaller, as they are encoded', async () => {
    const { endpoint, received } = await answering(ok(''));
    const large = Array.from({ length: 128 }, (_, index) => ({ Name: `a${index}`, Value: '\u00e9'.repeat(512) }));
    const Items = Array.from({ length: 5 }, (_, index) => ({ Name: `i${index}`, Attributes: large }));
    await clientOf(endpoint).batchPutAttributes({ DomainName: 'books', Items });
    expect(received).toHaveLength(3);
    for (const { body } of received) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(1_048_576);
  });

  it('lose nothing and keep their order, however they are split', () => {
    const item = fc.record({
      Name: fc.string(),
      Attributes: fc.array(fc.record({ Name: fc.string(), Value: fc.string() })),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 90 }), (list) => {
        const batches = splitBatch('BatchPutAttributes', list);
        expect(batches.flat()).toEqual(list);
        expect(batches.every(({ length }) => length > 0 && length <= 25)).toBe(true);
      }),
    );
  });

  it('with an item that no request can hold are refused', () => {
    const item = {
      Name: 'i',
      Attributes: Array.from({ length: 256 }, () => ({ Name: 'é'.repeat(512), Value: 'é'.repeat(512) })),
    };
    expect(() => splitBatch('BatchPutAttributes', [item])).toThrow('one item takes');
  });
});
