import { isOptionError } from '@proj/core';
import { describe, expect, it } from 'vitest';
import { paddedNumber } from '../codecs/index.js';
import { attr, condition, select } from '../query/index.js';
import { answering, ok } from '../testing/clients.js';
import { all, localDomain, localSimpledb } from '../testing/cloud.js';
import { isDomain } from './domain.js';
import { isItem } from './item.js';
import { isManyValuesError, one } from './one.js';

const sorted = (attributes: object | undefined) =>
  attributes && Object.fromEntries(Object.entries(attributes).map(([name, values]) => [name, [...values].sort()]));

describe('writing an item', () => {
  it('adds values to those that are there, or replaces those of all attributes or of some', async () => {
    const domain = await localDomain();
    await domain.put('i', { a: '1', b: ['1', '2'] });
    await domain.put('i', { a: '2' });
    expect(sorted(await domain.get('i'))).toEqual({ a: ['1', '2'], b: ['1', '2'] });
    await domain.put('i', { a: '3', b: '3' }, { replace: ['a'] });
    expect(sorted(await domain.get('i'))).toEqual({ a: ['3'], b: ['1', '2', '3'] });
    await domain.put('i', { a: ['4', '5'], b: '6' }, { replace: true });
    expect(sorted(await domain.get('i'))).toEqual({ a: ['4', '5'], b: ['6'] });
  });

  it('is done only if its condition holds', async () => {
    const domain = await localDomain();
    await domain.put('i', { version: '1' }, { onlyIf: { name: 'version', absent: true } });
    await domain.put('i', { version: '2' }, { replace: true, onlyIf: { name: 'version', value: '1' } });
    const late = domain.put('i', { version: '3' }, { replace: true, onlyIf: { name: 'version', value: '1' } });
    await expect(late).rejects.toMatchObject({ name: 'ConditionalCheckFailed' });
    const again = domain.put('i', { version: '1' }, { onlyIf: { name: 'version', absent: true } });
    await expect(again).rejects.toMatchObject({ name: 'ConditionalCheckFailed' });
    expect(await domain.get('i')).toEqual({ version: ['2'] });
  });

  it('takes names that mean something to JavaScript', async () => {
    const domain = await localDomain();
    const odd = JSON.parse('{ "__proto__": ["p"], "constructor": "c", "toString": "t" }');
    await domain.put('__proto__', odd);
    const read = await domain.get('__proto__');
    expect(Object.entries(read ?? {}).toSorted()).toEqual([
      ['__proto__', ['p']],
      ['constructor', ['c']],
      ['toString', ['t']],
    ]);
    expect(one(read ?? {}, 'hasOwnProperty')).toBeUndefined();
  });

  it.each([
    ['no attributes', (put: Put) => put('i', {})],
    ['an empty list', (put: Put) => put('i', { a: [] })],
    ['a number', (put: Put) => put('i', { a: 1 as never })],
    ['a list as attributes', (put: Put) => put('i', ['a'] as never)],
    ['an empty name', (put: Put) => put('', { a: '1' })],
    ['half a character', (put: Put) => put('i', { a: '\ud800' })],
    ['a condition without a value', (put: Put) => put('i', { a: '1' }, { onlyIf: { name: 'a' } as never })],
    [
      'a condition with both',
      (put: Put) => put('i', { a: '1' }, { onlyIf: { name: 'a', value: '1', absent: true } as never }),
    ],
    ['a misspelt condition', (put: Put) => put('i', { a: '1' }, { onlyIf: { name: 'a', valeu: '1' } as never })],
    ['a misspelt option', (put: Put) => put('i', { a: '1' }, { onlyif: { name: 'a', value: '1' } } as never)],
  ])('refuses %s, and sends nothing', async (_, write) => {
    const { domain, received } = await watched();
    await expect(write(domain.put.bind(domain))).rejects.toSatisfy(isOptionError);
    expect(received).toHaveLength(0);
  });
});

describe('reading an item', () => {
  it('tells nothing from an item that is not there', async () => {
    const domain = await localDomain();
    await domain.put('i', { a: '1', b: '2' });
    expect(await domain.get('other')).toBeUndefined();
    expect(await domain.get('i', ['b', 'c'])).toEqual({ b: ['2'] });
    expect(await domain.get('i', ['c'])).toEqual({});
    expect(await domain.get('other', ['c'])).toEqual({});
    expect(await domain.get('i', ['c'], { tellMissing: true })).toEqual({});
    expect(await domain.get('other', ['c'], { tellMissing: true })).toBeUndefined();
  });

  it('spends a second request only where it is asked to, and none came', async () => {
    const found = ok('<Attribute><Name>a</Name><Value>1</Value></Attribute>', 'GetAttributes');
    const { domain, received } = await watched(found, ok('', 'GetAttributes'), ok('', 'GetAttributes'), found);
    await domain.get('i', ['a'], { tellMissing: true, consistent: true });
    expect(received).toHaveLength(1);
    expect(received[0]?.form.get('ConsistentRead')).toBe('true');
    await domain.get('i', ['b'], {});
    expect(received).toHaveLength(2);
    await domain.get('i', ['b'], { tellMissing: true, consistent: true });
    expect(received).toHaveLength(4);
    expect(received[3]?.form.get('ConsistentRead')).toBe('true');
    expect(received[3]?.form.has('AttributeName.1')).toBe(false);
  });

  it('refuses an empty list of names, which would read everything', async () => {
    const { domain, received } = await watched();
    await expect(domain.get('i', [])).rejects.toSatisfy(isOptionError);
    expect(received).toHaveLength(0);
  });

  it('gives single values by codecs', async () => {
    const domain = await localDomain();
    const price = paddedNumber({ digits: 6 });
    await domain.put('i', { price: price.encode(42), tags: ['x', 'y'] });
    const item = await domain.item('i');
    expect(item?.one('price', price)).toBe(42);
    expect(item?.one('price')).toBe(price.encode(42));
    expect(item?.one('none', price)).toBeUndefined();
    expect([item?.values('tags').length, item?.values('none')]).toEqual([2, []]);
    expect(() => item?.one('tags')).toThrow(expect.toSatisfy(isManyValuesError));
  });
});

describe('deleting', () => {
  it('takes values, attributes, or the whole item', async () => {
    const domain = await localDomain();
    await domain.put('i', { a: ['1', '2'], b: '1', c: '1' });
    await domain.delete('i', { only: { a: '1' } });
    expect(await domain.get('i')).toEqual({ a: ['2'], b: ['1'], c: ['1'] });
    await domain.delete('i', { only: ['b'] });
    expect(await domain.get('i')).toEqual({ a: ['2'], c: ['1'] });
    const other = domain.delete('i', { onlyIf: { name: 'a', value: '3' } });
    await expect(other).rejects.toMatchObject({ name: 'ConditionalCheckFailed' });
    await domain.delete('i', { onlyIf: { name: 'a', value: '2' } });
    expect(await domain.get('i')).toBeUndefined();
  });

  it.each([[[]], [{}], [{ a: [] }]])('refuses %j as what to delete, which would be everything', async (only) => {
    const { domain, received } = await watched();
    await expect(domain.delete('i', { only })).rejects.toSatisfy(isOptionError);
    expect(received).toHaveLength(0);
  });
});

describe('selecting', () => {
  it('gives items that act where they are, in order, as many as the limit says', async () => {
    const domain = await localDomain();
    await domain.batchPut(
      Array.from({ length: 30 }, (_, at) => ({ name: `i${at + 10}`, attributes: { n: `${at + 10}` } })),
    );
    const query = select`${attr('n')} from ${domain} where ${attr('n')} < ${'35'} order by ${attr('n')} desc limit ${12}`;
    const items = await all(domain.select(query, { consistent: true }));
    expect(items.map(({ name }) => name)).toEqual(Array.from({ length: 12 }, (_, at) => `i${34 - at}`));
    const [item] = items;
    expect([isItem(item), isDomain(item?.domain), item?.region, `${item}`]).toEqual([
      true,
      true,
      'eu-west-1',
      'Item i34 of books in eu-west-1',
    ]);
    await item?.put({ seen: 'yes' });
    expect((await item?.refresh())?.attributes).toEqual({ n: ['34'], seen: ['yes'] });
    await item?.delete();
    expect(await item?.refresh()).toBeUndefined();
  });

  it('follows tokens, and stops when the limit is reached', async () => {
    const page = (names: string, token: string) =>
      ok(
        `${[...names].map((name) => `<Item><Name>${name}</Name></Item>`).join('')}<NextToken>${token}</NextToken>`,
        'Select',
      );
    const { domain, received } = await watched(page('ab', '1'), page('', '2'), page('cd', '3'), page('ef', '4'));
    const items = await all(domain.select('select itemName() from books limit 3'));
    expect(items.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(received.map(({ form }) => form.get('NextToken'))).toEqual([null, '1', '2']);
    expect(received[2]?.form.get('SelectExpression')).toBe('select itemName() from `books` limit 3');
  });

  it('does not go round where a page leads to itself', async () => {
    const { domain } = await watched(ok('<NextToken>1</NextToken>', 'Select'));
    await expect(all(domain.select('select * from books'))).rejects.toMatchObject({ name: 'RepeatingTokenError' });
  });

  it('refuses the query of another domain, and a count', async () => {
    const { domain } = await watched();
    expect(() => domain.select('select * from films')).toThrow('"films"');
    expect(() => domain.select('select count(*) from books')).toThrow('count()');
  });

  it('counts everything, what fits, and up to a limit', async () => {
    const domain = await localDomain();
    await domain.batchPut(
      Array.from({ length: 30 }, (_, at) => ({ name: `i${at}`, attributes: { odd: `${at % 2}` } })),
    );
    expect(await domain.count()).toBe(30);
    expect(await domain.count(condition`${attr('odd')} = ${'1'}`)).toBe(15);
    expect(await domain.count("select * from books where odd = '1' order by odd limit 7")).toBe(7);
  });

  it('adds up partial counts', async () => {
    const count = (n: number, token = '') =>
      ok(
        `<Item><Name>Domain</Name><Attribute><Name>Count</Name><Value>${n}</Value></Attribute></Item>${token && `<NextToken>${token}</NextToken>`}`,
        'Select',
      );
    const { domain } = await watched(count(1_000, 'a'), count(500, 'b'), count(7));
    expect(await domain.count()).toBe(1_507);
  });
});

describe('a domain', () => {
  it('is made, described and deleted', async () => {
    const { everywhere } = await localSimpledb();
    const domain = everywhere.domain('books').at('sa-east-1');
    await domain.create();
    await domain.put('i', { a: ['1', '2'] });
    const before = Date.now() - 5_000;
    const { at, ...counts } = await domain.metadata();
    expect(counts).toMatchObject({ items: 1, attributeNames: 1, attributeValues: 2, itemNamesSize: 1 });
    expect(at.getTime()).toBeGreaterThan(before);
    expect([`${domain}`, domain.native.config.serviceId]).toEqual(['Domain books in sa-east-1', 'SimpleDB']);
    await domain.deleteDomain();
    await expect(domain.count()).rejects.toMatchObject({ name: 'NoSuchDomain' });
  });

  it('cancels by signal', async () => {
    const domain = await localDomain();
    const signal = AbortSignal.abort(new Error('no more'));
    await expect(domain.get('i', undefined, { signal })).rejects.toMatchObject({ name: 'CancelledError' });
    await expect(all(domain.select('select * from books', { signal }))).rejects.toMatchObject({
      name: 'CancelledError',
    });
  });
});

type Put = Awaited<ReturnType<typeof watched>>['domain']['put'];

/** A domain of a server whose requests are seen. */
async function watched(...replies: Parameters<typeof answering>) {
  const { endpoint, received } = await answering(...replies);
  const { everywhere } = await localSimpledb({}, { endpoint, regions: ['eu-west-1'] });
  return { received, domain: everywhere.domain('books').at('eu-west-1') };
}
