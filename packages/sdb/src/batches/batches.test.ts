import { isOptionError } from '@proj/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answering, ok, refusal } from '../testing/clients.js';
import { all, localDomain, localSimpledb } from '../testing/cloud.js';
import { isBatchError } from './batch-error.js';
import { batchesOf } from './batches-of.js';
import { sendInOrder } from './send-in-order.js';

const item = (name: string, attributes: Record<string, string> = { a: '1' }) => ({ name, attributes });
const items = (count: number) => Array.from({ length: count }, (_, at) => item(`i${at}`));

describe('batches of items', () => {
  it('are written from lists and streams, and copied from a query to another domain', async () => {
    const domain = await localDomain();
    async function* stream() {
      yield* items(60);
    }
    expect(await domain.batchPut(stream())).toEqual({ done: 60, refused: 0, refusals: [] });
    const { everywhere } = await localSimpledb();
    const copy = everywhere.domain('copy').at('us-west-2');
    await copy.create();
    await copy.batchPut(domain.select('select * from books'));
    expect(await copy.count()).toBe(60);
    expect(await copy.batchDelete(copy.select('select itemName() from copy limit 40'))).toMatchObject({ done: 40 });
    expect(await copy.count()).toBe(20);
  });

  it('say of each item what became of it, and one that is refused keeps no other from being written', async () => {
    const domain = await localDomain();
    const list = [
      ...items(30),
      item('wide', { a: 'x'.repeat(1_025) }),
      ...items(40).slice(30),
      { name: 'none', attributes: {} },
    ];
    const outcomes = await all(domain.batchPutEach(list));
    expect(outcomes.map(({ name }) => name)).toEqual(list.map(({ name }) => name));
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === 'refused' ? [[outcome.name, outcome.error.name]] : [],
    );
    expect(refused).toEqual([
      ['wide', 'LimitError'],
      ['none', 'OptionError'],
    ]);
    expect(await domain.count()).toBe(40);
    const failed = await domain.batchPut(list).catch((error: unknown) => error);
    if (!isBatchError(failed)) throw failed;
    expect(failed.message).toContain('2 of 42 items were refused; the first is "wide"');
    expect([failed.report.done, failed.report.refused, failed.report.refusals.length]).toEqual([40, 2, 2]);
  });

  it('find the item that the service refuses', async () => {
    const { domain, received } = await watched((request) =>
      [...request.form.values()].includes('full')
        ? refusal('NumberItemAttributesExceeded', 409)
        : ok('', 'BatchPutAttributes'),
    );
    const outcomes = await all(
      domain.batchPutEach([...items(12), item('full'), ...items(24).slice(12)], { concurrency: 1 }),
    );
    expect(outcomes.filter(({ status }) => status === 'refused')).toMatchObject([
      { name: 'full', error: { name: 'NumberItemAttributesExceeded' } },
    ]);
    expect(outcomes).toHaveLength(25);
    expect(received.length).toBeLessThan(12);
  });

  it('stop where going on makes no sense, and say how far they came', async () => {
    const { domain, received } = await watched(ok('', 'BatchPutAttributes'), refusal('NoSuchDomain', 400));
    let read = 0;
    let ended = false;
    function* stream() {
      try {
        for (; read < 1_000; read += 1) yield item(`i${read}`);
      } finally {
        ended = true;
      }
    }
    const failed = await domain.batchPut(stream(), { concurrency: 1 }).catch((error: unknown) => error);
    if (!isBatchError(failed)) throw failed;
    expect(failed).toMatchObject({ report: { done: 25, refused: 0 }, cause: { name: 'NoSuchDomain' } });
    expect([received.length, ended, read < 80]).toEqual([2, true, true]);
  });

  it('read no more of their source than there is room for', async () => {
    const { domain, received } = await watched(ok('', 'BatchPutAttributes'));
    let read = 0;
    function* stream() {
      for (; ; read += 1) yield item(`i${read}`);
    }
    for await (const _ of domain.batchPutEach(stream(), { concurrency: 2 })) break;
    expect(read).toBeLessThanOrEqual(50);
    expect(received.length).toBeLessThanOrEqual(2);
  });

  it('need a source of their own in each region', async () => {
    const { everywhere } = await localSimpledb();
    const domains = everywhere.in('eu-west-1', 'us-west-2').domain('books');
    await domains.create();
    expect(() => domains.batchPut(items(3).values())).toThrow(expect.toSatisfy(isOptionError));
    const reports = await domains.batchPut(() => items(30).values());
    expect(reports.map(({ done }) => done)).toEqual([30, 30]);
    const outcomes = await all(domains.batchDeleteEach(items(30)));
    expect(outcomes).toHaveLength(60);
    expect(await domains.count()).toEqual([0, 0]);
    const stream = items(2).values();
    const one = domains.at('eu-west-1');
    await one.batchPut(stream);
    await expect(one.batchPut(stream)).rejects.toThrow('was read before');
  });

  it.each([0, 1.5, 101])('refuse a concurrency of %d', async (concurrency) => {
    const { domain } = await watched();
    await expect(domain.batchPut(items(1), { concurrency })).rejects.toThrow('concurrency');
  });
});

describe('cutting', () => {
  it('loses nothing, keeps the order, and puts no name twice into a batch', async () => {
    const names = fc.array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), { maxLength: 120 });
    const property = fc.asyncProperty(names, async (list) => {
      const batches = await all(batchesOf(list.map((name) => ({ name })).values()));
      expect(batches.flat().map(({ name }) => name)).toEqual(list);
      for (const batch of batches) {
        expect(batch.length).toBeLessThanOrEqual(25);
        expect(new Set(batch.map(({ name }) => name)).size).toBe(batch.length);
      }
    });
    await fc.assert(property);
  });
});

describe('sending', () => {
  it('writes the same item in the order of the source, however long each request takes', async () => {
    const names = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
    const property = fc.asyncProperty(fc.scheduler(), names, async (scheduler, list) => {
      const stored = new Map<string, number>();
      const source = list.map((name, at) => ({ name, at }));
      const send = (batch: readonly { readonly name: string; readonly at: number }[]) =>
        scheduler.schedule(Promise.resolve()).then(() => {
          for (const { name, at } of batch) stored.set(name, at);
          return batch.length;
        });
      const sent = all(sendInOrder(batchesOf(source.values()), 3, send));
      await scheduler.waitFor(sent);
      expect(stored).toEqual(new Map(source.map(({ name, at }) => [name, at])));
    });
    await fc.assert(property);
  });
});

async function watched(...replies: Parameters<typeof answering>) {
  const { endpoint, received } = await answering(...replies);
  const { everywhere } = await localSimpledb({}, { endpoint, regions: ['eu-west-1'] });
  return { received, domain: everywhere.domain('books').at('eu-west-1') };
}
