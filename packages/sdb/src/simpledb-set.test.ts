import { serviceSet, type Target } from '@proj/core';
import { startLocalCloud } from '@proj/local';
import { expect, onTestFinished, test } from 'vitest';
import { SimpleDB } from './client/simpledb.js';
import { type SimpleDBOptions, simpledb } from './simpledb-set.js';

async function cloudOf() {
  const cloud = await startLocalCloud({ seed: { volumes: 0, instances: 0, snapshots: 0, publicSnapshots: 0 } });
  onTestFinished(() => cloud.close());
  const endpoint = ({ region }: Target) => cloud.endpoint('sdb', region);
  const options: SimpleDBOptions = { endpoint, credentials: cloud.credentials, config: { maxAttempts: 1 } };
  return { cloud, options };
}

test('a set has the eight regions of SimpleDB, and tells its domains apart by region', async () => {
  const { options } = await cloudOf();
  const everywhere = simpledb(options);
  await everywhere.createDomain({ DomainName: 'books' });
  await everywhere.at('sa-east-1').createDomain({ DomainName: 'livros' });
  const byRegion = await everywhere.listDomains().byRegion();
  expect([...byRegion.keys()].toSorted()).toEqual([
    'ap-northeast-1',
    'ap-southeast-1',
    'ap-southeast-2',
    'eu-west-1',
    'sa-east-1',
    'us-east-1',
    'us-west-1',
    'us-west-2',
  ]);
  for (const [region, { DomainNames }] of byRegion) {
    expect(DomainNames).toEqual(region === 'sa-east-1' ? ['books', 'livros'] : ['books']);
  }
});

test('every data operation does in a local SimpleDB what it says', async () => {
  const { options } = await cloudOf();
  const ireland = simpledb(options).at('eu-west-1');
  const DomainName = 'books';
  await ireland.createDomain({ DomainName });
  await ireland.putAttributes({
    DomainName,
    ItemName: 'one',
    Attributes: [
      { Name: 'year', Value: '1959' },
      { Name: 'k', Value: '\u0000\r' },
    ],
  });
  const Expected = { Name: 'year', Value: '1960' };
  const refused = ireland.putAttributes({
    DomainName,
    ItemName: 'one',
    Attributes: [{ Name: 'year', Value: '1' }],
    Expected,
  });
  await expect(refused).rejects.toMatchObject({ name: 'ConditionalCheckFailed', $metadata: { httpStatusCode: 409 } });
  const Items = Array.from({ length: 30 }, (_, index) => ({
    Name: `i${index}`,
    Attributes: [{ Name: 'year', Value: '2000' }],
  }));
  await ireland.batchPutAttributes({ DomainName, Items });
  await ireland.batchDeleteAttributes({ DomainName, Items: [{ Name: 'i0' }] });
  await ireland.deleteAttributes({ DomainName, ItemName: 'i1' });
  const read = await ireland.getAttributes({ DomainName, ItemName: 'one', ConsistentRead: true });
  expect(read.Attributes).toEqual(
    expect.arrayContaining([
      { Name: 'year', Value: '1959' },
      { Name: 'k', Value: '\u0000\r' },
    ]),
  );
  expect((await ireland.domainMetadata({ DomainName })).ItemCount).toBe(29);
  let found = 0;
  const query = { SelectExpression: "select * from books where year = '2000' limit 10", ConsistentRead: true };
  for await (const page of ireland.paginateSelect(query)) found += page.Items?.length ?? 0;
  expect(found).toBe(28);
  await ireland.deleteDomain({ DomainName });
  await expect(ireland.domainMetadata({ DomainName })).rejects.toMatchObject({ name: 'NoSuchDomain' });
});

test('core says what is wrong in a region, and usage says what each has cost', async () => {
  const { cloud, options } = await cloudOf();
  const wrong = { ...cloud.credentials, secretAccessKey: 'wrong' };
  const [denied] = (
    await simpledb({ ...options, regions: ['eu-west-1'], credentials: wrong })
      .listDomains()
      .settled()
  ).failures;
  expect(denied?.status).toBe('denied');
  const everywhere = serviceSet(SimpleDB, options);
  await everywhere.listDomains();
  const usage = await everywhere.usage().byRegion();
  expect([...usage.values()].map(({ responses }) => responses)).toEqual(Array(8).fill(1));
  expect([...usage.values()].every(({ boxUsage }) => boxUsage > 0)).toBe(true);
});
