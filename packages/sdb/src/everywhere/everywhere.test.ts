import { isFanOutError } from '@proj/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attr, compareBytes, select } from '../query/index.js';
import type { SimpleDBSet } from '../simpledb-set.js';
import { answering, ok, type Received, refusal } from '../testing/clients.js';
import { all, localSimpledb } from '../testing/cloud.js';
import { sortKeys } from './sort-key.js';

const regions = ['eu-west-1', 'us-west-2', 'sa-east-1'] as const;

/** Books whose years go round over the regions; `n` sorts as bytes do. */
async function library(count = 30) {
  const { everywhere, cloud } = await localSimpledb({}, { regions });
  await everywhere.domain('books').create();
  const put = (region: string, at: number) =>
    everywhere
      .domain('books')
      .at(region)
      .batchPut(
        Array.from({ length: count / 3 }, (_, index) => index * 3 + at).map((n) => ({
          name: `i${n}`,
          attributes: { n: String(n).padStart(3, '0'), title: `t${n}` },
        })),
      );
  await Promise.all(regions.map((region, at) => put(region, at)));
  return { everywhere, cloud };
}

describe('domains', () => {
  it('of every region are objects that act in theirs', async () => {
    const { everywhere } = await localSimpledb();
    await everywhere.domain('books').create();
    await everywhere.at('sa-east-1').createDomain({ DomainName: 'livros' });
    const domains = (await everywhere.domains()).flat();
    expect(domains).toHaveLength(9);
    const [livros] = domains.filter(({ name }) => name === 'livros');
    await livros?.put('i', { a: '1' });
    expect([livros?.region, await livros?.count()]).toEqual(['sa-east-1', 1]);
    await Promise.all(domains.map((domain) => domain.deleteDomain()));
    expect((await everywhere.domains()).flat()).toEqual([]);
  });

  it('are listed over all pages', async () => {
    const { everywhere } = await localSimpledb({}, { regions: ['eu-west-1'] });
    const client = everywhere.at('eu-west-1');
    for (let at = 0; at < 103; at += 1) await client.createDomain({ DomainName: `domain-${at}` });
    expect((await everywhere.domains()).flat()).toHaveLength(103);
  });

  it('of one name are written everywhere, and each region says how it went', async () => {
    const { everywhere } = await localSimpledb({}, { regions });
    await everywhere.in('eu-*', 'us-*').domain('books').create();
    const report = await everywhere.domain('books').put('i', { a: '1' }).settled();
    expect(report.outcomes.map(({ target, status }) => [target.region, status]).toSorted()).toEqual([
      ['eu-west-1', 'ok'],
      ['sa-east-1', 'failed'],
      ['us-west-2', 'ok'],
    ]);
    expect(report.failures[0]?.error.name).toBe('NoSuchDomain');
    expect(await everywhere.in('eu-*', 'us-*').domain('books').get('i')).toEqual([{ a: ['1'] }, { a: ['1'] }]);
  });
});

describe('a query of every region', () => {
  it('is in one order', async () => {
    const { everywhere } = await library();
    const query = select`* from ${'books'} where ${attr('n')} >= ${'000'} order by ${attr('n')} desc`;
    const found = await everywhere.selectEverywhere(query).toArray();
    expect(found.map(({ name }) => name)).toEqual(Array.from({ length: 30 }, (_, at) => `i${29 - at}`));
    expect(found.slice(0, 3).map(({ region }) => region)).toEqual(['sa-east-1', 'us-west-2', 'eu-west-1']);
  });

  it.each([
    ['itemName()', {}],
    ['title', { title: ['t0'] }],
    ['title, n', { title: ['t0'], n: ['000'] }],
  ])('that gives %s is sorted by what it does not give', async (output, attributes) => {
    const { everywhere } = await library();
    const found = await everywhere
      .selectEverywhere(`select ${output} from books where n is not null order by n`)
      .toArray();
    expect(found.map(({ name }) => name)).toEqual(Array.from({ length: 30 }, (_, at) => `i${at}`));
    expect(found[0]?.attributes).toEqual(attributes);
  });

  it('sorts names and values as bytes, where UTF-16 would not', async () => {
    const { everywhere } = await localSimpledb({}, { regions });
    await everywhere.domain('books').create();
    const names = ['z', '\ufffd', '😀', 'é', '\ue000'];
    for (const [at, name] of names.entries()) {
      await everywhere
        .domain('books')
        .at(regions[at % 3] ?? '')
        .put(name, { k: name });
    }
    const sorted = ['z', 'é', '\ue000', '\ufffd', '😀'];
    const byName = 'select itemName() from books where itemName() is not null order by itemName()';
    expect((await everywhere.selectEverywhere(byName).toArray()).map(({ name }) => name)).toEqual(sorted);
    const byValue = 'select * from books where k is not null order by k desc';
    const found = await everywhere.selectEverywhere(byValue).toArray();
    expect(found.map(({ name }) => name)).toEqual(sorted.toReversed());
  });

  it('has one limit, and leaves regions that are no longer needed', async () => {
    const received: Received[] = [];
    const page = (request: Received, from: string) => {
      received.push(request);
      const names = Array.from({ length: 3 }, (_, at) => `${from}${received.length}${at}`);
      const item = (name: string) => `<Item><Name>${name}</Name></Item>`;
      return ok(`${names.map(item).join('')}<NextToken>t${received.length}</NextToken>`, 'Select');
    };
    const near = await answering((request) => page(request, 'a'));
    const far = await answering((request) => page(request, 'b'));
    const endpoint = ({ region }: { readonly region: string }) => (region === 'eu-west-1' ? near : far).endpoint;
    const { everywhere } = await localSimpledb({}, { endpoint, regions: ['eu-west-1', 'us-west-2'] });
    const query = 'select itemName() from books where itemName() is not null order by itemName() limit 4';
    const found = await everywhere.selectEverywhere(query).toArray();
    expect(found.map(({ name }) => name[0])).toEqual(['a', 'a', 'a', 'a']);
    expect(far.received.length).toBeLessThanOrEqual(2);
    expect(received.every(({ form }) => form.get('SelectExpression')?.endsWith('limit 4'))).toBe(true);
  });

  it('without an order gives up to its limit of whoever answers', async () => {
    const { everywhere } = await library();
    expect(await everywhere.selectEverywhere('select * from books limit 7').toArray()).toHaveLength(7);
    expect(await everywhere.selectEverywhere('select * from books').toArray()).toHaveLength(30);
  });

  it('counts over all regions, up to its limit, and says which region is missing', async () => {
    const { everywhere } = await library();
    const counted = await everywhere.selectEverywhere("select count(*) from books where n < '010'").count();
    expect(counted).toEqual({ count: 10, exact: true, missing: [] });
    const limited = await everywhere.selectEverywhere('select count(*) from books limit 8').count();
    expect(limited).toEqual({ count: 8, exact: true, missing: [] });
    const each = await all(everywhere.selectEverywhere('select count(*) from books'));
    expect(each.map(({ target, value }) => [target.region, value.region, value.one('Count')]).toSorted()).toEqual(
      [...regions].toSorted().map((region) => [region, region, '10']),
    );
  });

  it('says when a region is missing', async () => {
    const { everywhere } = await broken();
    const { count, exact, missing } = await everywhere.selectEverywhere('select count(*) from books').count();
    expect([count, exact, missing.map(({ region }) => region)]).toEqual([1, false, ['us-west-2']]);
    const sorted = 'select * from books where n is not null order by n';
    const error = await everywhere
      .selectEverywhere(sorted)
      .toArray()
      .catch((one: unknown) => one);
    if (!isFanOutError(error)) throw error;
    expect(error.report.missing.map(({ region }) => region)).toEqual(['us-west-2']);
    expect(await everywhere.selectEverywhere('select * from books limit 1').toArray()).toHaveLength(1);
  });

  it('adds up the partial counts of each region', async () => {
    const part = (n: number, token: string) =>
      ok(
        `<Item><Name>Domain</Name><Attribute><Name>Count</Name><Value>${n}</Value></Attribute></Item>${token}`,
        'Select',
      );
    const { endpoint } = await answering(({ form }) =>
      form.has('NextToken') ? part(5, '') : part(1_000, '<NextToken>t</NextToken>'),
    );
    const { everywhere } = await localSimpledb({}, { endpoint, regions: ['eu-west-1', 'us-west-2'] });
    expect((await everywhere.selectEverywhere('select count(*) from books').count()).count).toBe(2_010);
  });

  it('passes over regions that lack the domain, but not when all do', async () => {
    const { everywhere } = await localSimpledb();
    const books = everywhere.domain('books').at('eu-west-1');
    await books.create();
    await books.put('i', { a: '1' });
    const found = await everywhere.selectEverywhere('select * from books').toArray();
    expect(found.map(({ region, name }) => [region, name])).toEqual([['eu-west-1', 'i']]);
    expect(await everywhere.selectEverywhere('select count(*) from books').count()).toMatchObject({
      count: 1,
      exact: true,
    });
    const nowhere = await everywhere
      .selectEverywhere('select * from boooks')
      .toArray()
      .catch((one: unknown) => one);
    if (!isFanOutError(nowhere)) throw nowhere;
    expect(nowhere.report.failures.map(({ error }) => error.name)).toEqual(['NoSuchDomain']);
  });

  it('tells items of one name apart, and each acts in its region', async () => {
    const { everywhere } = await localSimpledb({}, { regions });
    const domains = everywhere.domain('books');
    await domains.create();
    await domains.put('i', { a: '1' });
    for (const item of await everywhere.selectEverywhere('select * from books').toArray()) {
      await item.put({ a: item.region }, { replace: true });
    }
    const byRegion = await domains.get('i').then((values) => values.map((value) => value?.['a']?.[0]));
    expect(byRegion.toSorted()).toEqual([...regions].toSorted());
  });

  it('holds for the regions of the set that it is asked of', async () => {
    const { everywhere } = await library();
    const query = 'select * from books';
    expect(await everywhere.in('eu-west-1').selectEverywhere(query).toArray()).toHaveLength(10);
    await expect(
      everywhere.with({ timeout: 5_000 }).in('us-*', 'eu-*').selectEverywhere(query).toArray(),
    ).resolves.toHaveLength(20);
  });
});

describe('what an item is sorted by', () => {
  it('never goes back, whichever of its values the service took', () => {
    const values = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'é', '😀', '\ufffd'), { minLength: 1 });
    const property = fc.property(fc.array(fc.tuple(values, fc.nat())), fc.boolean(), (list, descending) => {
      const compare = descending ? (a: string, b: string) => compareBytes(b, a) : compareBytes;
      // Whichever value of each item the service sorted by.
      const taken = list.map(([all, at]) => ({ all, key: all[at % all.length] ?? '' }));
      const items = taken.toSorted((a, b) => compare(a.key, b.key));
      const keyOf = sortKeys({ attribute: 'k', descending });
      const keys = items.map(({ all }) => keyOf({ Name: 'i', Attributes: all.map((Value) => ({ Name: 'k', Value })) }));
      expect(keys).toEqual(keys.toSorted(compare));
    });
    fc.assert(property);
  });
});

/** Of two regions the second fails. */
async function broken(): Promise<{ readonly everywhere: SimpleDBSet }> {
  const item = (pair: string, name: string) => `<Item><Name>${name}</Name><Attribute>${pair}</Attribute></Item>`;
  const well = await answering(({ form }) =>
    form.get('SelectExpression')?.includes('count')
      ? ok(item('<Name>Count</Name><Value>1</Value>', 'Domain'), 'Select')
      : ok(item('<Name>n</Name><Value>1</Value>', 'i'), 'Select'),
  );
  const ill = await answering(refusal('InternalError', 500));
  const endpoint = ({ region }: { readonly region: string }) => (region === 'eu-west-1' ? well : ill).endpoint;
  return localSimpledb({}, { endpoint, regions: ['eu-west-1', 'us-west-2'] });
}
