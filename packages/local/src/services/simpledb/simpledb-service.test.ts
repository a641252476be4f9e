import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LocalCloud } from '../../index.js';
import { startForTest } from '../../testing/clients.js';
import { callSdb, elements, type Parameters, selected } from '../../testing/sdb-caller.js';

afterEach(() => void vi.useRealTimers());

async function withDomain(options = {}): Promise<LocalCloud> {
  const cloud = await startForTest(options);
  await callSdb(cloud, 'CreateDomain', { DomainName: 'dom' });
  return cloud;
}

const put = (cloud: LocalCloud, item: string, name: string, value: string, more: Parameters = {}) =>
  callSdb(cloud, 'PutAttributes', {
    DomainName: 'dom',
    ItemName: item,
    'Attribute.1.Name': name,
    'Attribute.1.Value': value,
    ...more,
  });
const values = async (cloud: LocalCloud, item: string, more: Parameters = {}) =>
  elements(await callSdb(cloud, 'GetAttributes', { DomainName: 'dom', ItemName: item, ...more }), 'Value');
const remove = (cloud: LocalCloud, item: string, more: Parameters = {}) =>
  callSdb(cloud, 'DeleteAttributes', { DomainName: 'dom', ItemName: item, ...more });

describe('domains', () => {
  it('are of one account and one region, and are made and deleted any number of times', async () => {
    const cloud = await withDomain();
    await callSdb(cloud, 'CreateDomain', { DomainName: 'dom' });
    const names = async (options = {}) => elements(await callSdb(cloud, 'ListDomains', {}, options), 'DomainName');
    expect(await names()).toEqual(['dom']);
    expect(await names({ url: `${cloud.endpoint('sdb', 'us-west-2')}/` })).toEqual([]);
    expect(await names({ credentials: cloud.accounts[1]?.credentials })).toEqual([]);
    for (let time = 0; time < 2; time += 1) await callSdb(cloud, 'DeleteDomain', { DomainName: 'dom' });
    expect(await names()).toEqual([]);
  });

  it('at the bare address are those of us-east-1', async () => {
    const cloud = await startForTest();
    await callSdb(cloud, 'CreateDomain', { DomainName: 'dom' }, { url: `${cloud.url}/` });
    const answer = await callSdb(cloud, 'ListDomains', {}, { url: `${cloud.endpoint('sdb', 'us-east-1')}/` });
    expect(elements(answer, 'DomainName')).toEqual(['dom']);
  });

  it('are in 8 regions only', async () => {
    const cloud = await startForTest();
    expect(() => cloud.endpoint('sdb', 'eu-central-1')).toThrow("'eu-central-1' has no sdb");
    const answer = await callSdb(cloud, 'ListDomains', {}, { url: `${cloud.url}/sdb/eu-central-1/` });
    expect([answer.status, answer.code]).toEqual([501, 'NotImplemented']);
  });

  it('are listed in pages, whose tokens cannot be changed', async () => {
    const cloud = await startForTest();
    for (const name of ['ccc', 'aaa', 'bbb']) await callSdb(cloud, 'CreateDomain', { DomainName: name });
    const first = await callSdb(cloud, 'ListDomains', { MaxNumberOfDomains: '2' });
    expect(elements(first, 'DomainName')).toEqual(['aaa', 'bbb']);
    const [NextToken = ''] = elements(first, 'NextToken');
    expect(elements(await callSdb(cloud, 'ListDomains', { NextToken }), 'DomainName')).toEqual(['ccc']);
    expect((await callSdb(cloud, 'ListDomains', { NextToken: `${NextToken.slice(0, -8)}AAAAAAA=` })).code).toBe(
      'InvalidNextToken',
    );
  });

  it('are 250 at most', async () => {
    const cloud = await startForTest();
    for (let at = 0; at < 250; at += 1) await callSdb(cloud, 'CreateDomain', { DomainName: `dom${at}` });
    const answer = await callSdb(cloud, 'CreateDomain', { DomainName: 'more' });
    expect([answer.status, answer.code]).toEqual([409, 'NumberDomainsExceeded']);
  });
});

describe('items', () => {
  it('gather values, replace them, and lose them', async () => {
    const cloud = await withDomain();
    await put(cloud, 'i', 'a', '1');
    await put(cloud, 'i', 'a', '2');
    await put(cloud, 'i', 'a', '2');
    expect(await values(cloud, 'i')).toEqual(['1', '2']);
    await put(cloud, 'i', 'a', '3', {
      'Attribute.1.Replace': 'true',
      'Attribute.5.Name': 'b',
      'Attribute.5.Value': 'x',
    });
    expect(await values(cloud, 'i', { 'AttributeName.1': 'a' })).toEqual(['3']);
    await put(cloud, 'i', 'a', '4');
    await remove(cloud, 'i', { 'Attribute.1.Name': 'a', 'Attribute.1.Value': '3' });
    expect(await values(cloud, 'i')).toEqual(['4', 'x']);
    await remove(cloud, 'i', { 'Attribute.1.Name': 'a' });
    expect(await values(cloud, 'i')).toEqual(['x']);
    await remove(cloud, 'i');
    await remove(cloud, 'i');
    expect(await values(cloud, 'i')).toEqual([]);
    expect(await selected(cloud, 'select * from dom')).toEqual([]);
  });

  it('are written under a condition', async () => {
    const cloud = await withDomain();
    const on = async (expected: Parameters, item = 'i') => {
      const answer = await put(cloud, item, 'b', '1', expected);
      return answer.code ? [answer.status, answer.code] : answer.status;
    };
    await put(cloud, 'i', 'v', '1', {
      'Attribute.2.Name': 'm',
      'Attribute.2.Value': '1',
      'Attribute.3.Name': 'm',
      'Attribute.3.Value': '2',
    });
    expect(await on({ 'Expected.Name': 'v', 'Expected.Value': '1' })).toBe(200);
    expect(await on({ 'Expected.1.Name': 'v', 'Expected.1.Value': '1', 'Expected.1.Exists': 'true' })).toBe(200);
    expect(await on({ 'Expected.Name': 'new', 'Expected.Exists': 'false' })).toBe(200);
    expect(await on({ 'Expected.Name': 'v', 'Expected.Value': '2' })).toEqual([409, 'ConditionalCheckFailed']);
    expect(await on({ 'Expected.Name': 'v', 'Expected.Exists': 'false' })).toEqual([409, 'ConditionalCheckFailed']);
    expect(await on({ 'Expected.Name': 'new', 'Expected.Value': '1' })).toEqual([404, 'AttributeDoesNotExist']);
    expect(await on({ 'Expected.Name': 'm', 'Expected.Value': '1' })).toEqual([409, 'MultiValuedAttribute']);
    expect(await on({ 'Expected.Name': 'v', 'Expected.Exists': 'true' })).toEqual([
      400,
      'IncompleteExpectedExpression',
    ]);
    expect(await on({ 'Expected.Value': '1' })).toEqual([400, 'IncompleteExpectedExpression']);
    expect(await on({ 'Expected.Name': 'v', 'Expected.Value': '1', 'Expected.Exists': 'false' })).toEqual([
      400,
      'ExistsAndExpectedValue',
    ]);
    expect(await on({ 'Expected.1.Name': 'v', 'Expected.2.Name': 'w' })).toEqual([400, 'MultipleExpectedNames']);
    const refused = await remove(cloud, 'i', { 'Expected.Name': 'v', 'Expected.Value': '2' });
    expect([refused.code, (await values(cloud, 'i', { 'AttributeName.1': 'v' }))[0]]).toEqual([
      'ConditionalCheckFailed',
      '1',
    ]);
  });

  it('are written 25 at a time, all or none', async () => {
    const cloud = await withDomain();
    const batch = (count: number, more: Parameters = {}) => {
      const items = Array.from({ length: count }, (_, at) => [
        [`Item.${at}.ItemName`, `i${at}`],
        [`Item.${at}.Attribute.0.Name`, 'a'],
        [`Item.${at}.Attribute.0.Value`, String(at)],
      ]);
      return callSdb(cloud, 'BatchPutAttributes', { DomainName: 'dom', ...Object.fromEntries(items.flat()), ...more });
    };
    expect((await batch(26)).code).toBe('NumberSubmittedItemsExceeded');
    expect((await batch(2, { 'Item.1.ItemName': 'i0' })).code).toBe('DuplicateItemName');
    expect((await batch(2, { 'Item.1.Attribute.0.Value': 'x'.repeat(1025) })).code).toBe('InvalidParameterValue');
    expect(await selected(cloud, 'select * from dom')).toEqual([]);
    expect((await batch(25)).status).toBe(200);
    expect(await selected(cloud, "select * from dom where a = '24'")).toEqual(['i24']);
    const some = {
      'Item.0.ItemName': 'i1',
      'Item.1.ItemName': 'i2',
      'Item.1.Attribute.0.Name': 'a',
      'Item.1.Attribute.0.Value': 'other',
    };
    await callSdb(cloud, 'BatchDeleteAttributes', { DomainName: 'dom', ...some });
    expect(await selected(cloud, "select * from dom where itemName() in ('i1', 'i2')")).toEqual(['i2']);
  });

  it('have limits, in bytes', async () => {
    const cloud = await withDomain();
    expect((await put(cloud, 'i', 'a', 'é'.repeat(512))).status).toBe(200);
    expect((await put(cloud, 'i', 'a', 'é'.repeat(513))).code).toBe('InvalidParameterValue');
    expect((await put(cloud, '', 'a', '1')).code).toBe('InvalidParameterValue');
    const pairs = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          [`Attribute.${at}.Name`, 'n'],
          [`Attribute.${at}.Value`, String(at)],
        ]).flat(),
      );
    const many = (count: number) =>
      callSdb(cloud, 'PutAttributes', { DomainName: 'dom', ItemName: 'full', ...pairs(count) });
    expect((await many(257)).code).toBe('NumberSubmittedAttributesExceeded');
    expect((await many(256)).status).toBe(200);
    expect((await put(cloud, 'full', 'one', 'more')).code).toBe('NumberItemAttributesExceeded');
  });

  it('come in base64 where XML cannot carry them', async () => {
    const cloud = await withDomain();
    await put(cloud, 'i', 'a', 'x\u0001');
    expect((await callSdb(cloud, 'GetAttributes', { DomainName: 'dom', ItemName: 'i' })).text).toContain(
      '<Value encoding="base64">eAE=</Value>',
    );
  });

  it('are counted by their domain', async () => {
    const cloud = await withDomain();
    await put(cloud, 'item', 'né', '12', { 'Attribute.2.Name': 'né', 'Attribute.2.Value': '3' });
    await put(cloud, 'gone', 'other', 'x');
    await remove(cloud, 'gone');
    const answer = await callSdb(cloud, 'DomainMetadata', { DomainName: 'dom' });
    const told = [
      'ItemCount',
      'ItemNamesSizeBytes',
      'AttributeNameCount',
      'AttributeNamesSizeBytes',
      'AttributeValueCount',
      'AttributeValuesSizeBytes',
    ];
    expect(told.flatMap((name) => elements(answer, name))).toEqual(['1', '4', '1', '3', '2', '3']);
  });
});

describe('reads', () => {
  it('that do not ask for consistency see a write when its time has come', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const cloud = await withDomain({ consistency: 'eventual', consistencyTime: 5000 });
    await put(cloud, 'i', 'a', '1');
    vi.advanceTimersByTime(3000);
    await put(cloud, 'i', 'a', '2', { 'Attribute.1.Replace': 'true' });
    expect(await values(cloud, 'i')).toEqual([]);
    expect(await values(cloud, 'i', { ConsistentRead: 'true' })).toEqual(['2']);
    vi.advanceTimersByTime(2000);
    expect(await values(cloud, 'i')).toEqual(['1']);
    expect(await selected(cloud, "select * from dom where a = '1'")).toEqual(['i']);
    expect(await selected(cloud, "select * from dom where a = '2'")).toEqual([]);
    expect(await selected(cloud, "select * from dom where a = '2'", { ConsistentRead: 'true' })).toEqual(['i']);
    vi.advanceTimersByTime(3000);
    expect(await selected(cloud, "select * from dom where a = '2'")).toEqual(['i']);
  });
});

describe('select', () => {
  it('pages, and its tokens are good for the same question alone', async () => {
    const cloud = await withDomain();
    for (let at = 0; at < 5; at += 1) await put(cloud, `i${at}`, 'a', String(at));
    const ask = (SelectExpression: string, more: Parameters = {}) =>
      callSdb(cloud, 'Select', { SelectExpression, ...more });
    const count = await ask("select count(*) from dom where a > '0' limit 3");
    expect([elements(count, 'Name'), elements(count, 'Value')]).toEqual([['Domain', 'Count'], ['3']]);
    const [NextToken = ''] = elements(count, 'NextToken');
    expect(await selected(cloud, "select * from dom where a > '0'", { NextToken })).toEqual(['i4']);
    expect(elements(await ask("select count(*) from dom where a > '0'", { NextToken }), 'Value')).toEqual(['1']);
    expect((await ask("select * from dom where a > '1'", { NextToken })).code).toBe('InvalidNextToken');
    expect((await ask("select * from dom where a > '0'", { NextToken: `x${NextToken}` })).code).toBe(
      'InvalidNextToken',
    );
    const other = { url: `${cloud.endpoint('sdb', 'us-west-1')}/` };
    await callSdb(cloud, 'CreateDomain', { DomainName: 'dom' }, other);
    expect(
      (await callSdb(cloud, 'Select', { SelectExpression: "select * from dom where a > '0'", NextToken }, other)).code,
    ).toBe('InvalidNextToken');
  });

  it('answers no more than 1 MB at once', async () => {
    const cloud = await withDomain();
    const wide = Object.fromEntries(
      Array.from({ length: 250 }, (_, at) => [
        [`Attribute.${at}.Name`, 'n'],
        [`Attribute.${at}.Value`, `${at}`.padEnd(1000, 'x')],
      ]).flat(),
    );
    for (let at = 0; at < 5; at += 1)
      await callSdb(cloud, 'PutAttributes', { DomainName: 'dom', ItemName: `i${at}`, ...wide });
    expect(await selected(cloud, 'select * from dom')).toEqual(['i0', 'i1', 'i2']);
    expect(await selected(cloud, 'select itemName() from dom')).toHaveLength(5);
  });

  it('times out when a fault says so', async () => {
    const cloud = await withDomain({
      faults: { 'eu-west-1': { kind: 'error', action: 'Select', status: 408, code: 'RequestTimeout' } },
    });
    const answer = await callSdb(cloud, 'Select', { SelectExpression: 'select * from dom' });
    expect([answer.status, answer.code]).toEqual([408, 'RequestTimeout']);
  });
});

describe('answers', () => {
  it('tell their BoxUsage, errors too', async () => {
    const cloud = await withDomain();
    const good = await callSdb(cloud, 'ListDomains');
    expect(good.text).toMatch(
      /<ResponseMetadata><RequestId>[\w-]{36}<\/RequestId><BoxUsage>0\.0000071759<\/BoxUsage><\/ResponseMetadata>/,
    );
    const bad = await callSdb(cloud, 'DomainMetadata', { DomainName: 'none' });
    expect(bad.text).toMatch(
      /^<\?xml[^>]*>\s*<Response><Errors><Error><Code>NoSuchDomain<\/Code><Message>[^<]+<\/Message><BoxUsage>0\.\d{10}<\/BoxUsage><\/Error><\/Errors><RequestID>[\w-]{36}<\/RequestID><\/Response>$/,
    );
    expect((await callSdb(cloud, 'CreateDomain', { DomainName: 'a b' })).code).toBe('InvalidParameterValue');
    expect((await callSdb(cloud, 'CreateDomain')).code).toBe('MissingParameter');
    expect((await callSdb(cloud, 'CreateDomain', { DomainName: 'abc', Other: 'x' })).code).toBe('UnknownParameter');
  });
});
