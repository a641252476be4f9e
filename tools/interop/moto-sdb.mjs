// Our SimpleDB client and objects against moto's SimpleDB, for the operations that it has. It checks no signatures.
import assert from 'node:assert/strict';
import { isFanOutError } from '@proj/core';
import { isLimitError, NoSuchDomain, SimpleDBServiceException, simpledb } from '@proj/sdb';
import { missing } from './harness/have.mjs';
import { startServer } from './harness/server.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */
/** @typedef {import('@proj/sdb').SimpleDBSet} SimpleDBSet */

const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'made-up' };

export const name = 'moto-sdb';

export const needs = () => missing('moto_server', ['--help']);

/** @param {Report} report */
export async function run(report) {
  const server = await startServer({
    command: 'moto_server',
    args: (port) => ['-H', '127.0.0.1', '-p', String(port)],
    ready: answers,
  });
  const everywhere = simpledb({ endpoint: server.url, credentials, regions });
  for (const [{ region }, client] of everywhere) nameHost(client, region);
  await keepsRegionsApart(report, everywhere);
  await writesItems(report, everywhere);
  await failsTyped(report, everywhere);
  await report.check('a domain is deleted everywhere, and deleting it again is no error', async () => {
    await everywhere.domain('books').deleteDomain();
    await everywhere.domain('books').deleteDomain();
    const left = (await everywhere.domains()).flat();
    assert.deepEqual(
      left.map((domain) => `${domain}`),
      ['Domain kangaroos in ap-southeast-2'],
    );
  });
  await everywhere[Symbol.asyncDispose]();
}

/** @param {number} port */
async function answers(port) {
  return fetch(`http://127.0.0.1:${port}/moto-api/`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/**
 * moto reads a region from the host that is asked for: nothing else of a request of Signature Version 2 names it.
 * @param {import('@proj/sdb').SimpleDB} client
 * @param {string} region
 */
function nameHost(client, region) {
  client.middlewareStack.add(
    (next) => (args) => {
      const { headers } = /** @type {{ headers: Record<string, string> }} */ (args.request);
      headers['host'] = `sdb.${region}.amazonaws.com`;
      return next(args);
    },
    { step: 'build', name: 'nameHost' },
  );
}

/**
 * @param {Report} report
 * @param {SimpleDBSet} everywhere
 */
async function keepsRegionsApart(report, everywhere) {
  await report.check('a domain is made in every region in one call, and another one in one region', async () => {
    await everywhere.domain('books').create();
    await everywhere.at('ap-southeast-2').createDomain({ DomainName: 'kangaroos' });
    const byRegion = await everywhere.listDomains().byRegion();
    assert.deepEqual(
      regions.map((region) => byRegion.get(region)?.DomainNames),
      [['books'], ['books'], ['books', 'kangaroos']],
    );
  });
  await report.check('domains are objects of their region', async () => {
    const domains = (await everywhere.domains()).flat();
    assert.deepEqual(
      domains.map(({ region, name }) => [region, name]),
      [...regions.map((region) => [region, 'books']), ['ap-southeast-2', 'kangaroos']],
    );
  });
  await report.check('an item is written to every region in one call', async () => {
    const { complete, outcomes } = await everywhere.domain('books').put('1579124585', { Year: '1979' }).settled();
    assert.ok(complete && outcomes.length === 3);
    assert.deepEqual(
      await everywhere.domain('books').get('1579124585'),
      regions.map(() => ({ __proto__: null, Year: ['1979'] })),
    );
  });
  await report.check('and to one region alone', async () => {
    await everywhere.domain('books').at('eu-west-1').put('0385333498', { Year: '1959' });
    const found = await everywhere.domain('books').get('0385333498');
    assert.deepEqual(
      found.map((attributes) => attributes?.['Year']),
      [undefined, ['1959'], undefined],
    );
  });
}

/**
 * @param {Report} report
 * @param {SimpleDBSet} everywhere
 */
async function writesItems(report, everywhere) {
  const domain = everywhere.domain('books').at('eu-west-1');
  await report.check('values are added, and replaced where that is asked for', async () => {
    await domain.put('i', { a: ['1', '2'], b: '1' });
    await domain.put('i', { a: '3' });
    assert.deepEqual((await domain.get('i'))?.['a'], ['1', '2', '3']);
    await domain.put('i', { a: '4', b: '2' }, { replace: ['a'] });
    assert.deepEqual({ ...(await domain.get('i')) }, { a: ['4'], b: ['1', '2'] });
  });
  await report.check('texts of any script, and those that mean something to forms and to XML, come back', async () => {
    const texts = ['é ü', '😀', 'a+b c&d=e%20', '<Value>&amp;</Value>', '\'"`'];
    for (const text of texts) await domain.put(text, { [text]: text });
    for (const text of texts) {
      assert.deepEqual(Object.entries((await domain.get(text)) ?? {}), [[text, [text]]]);
    }
  });
  await report.check('attributes are read by their names; nothing and nobody are told apart', async () => {
    assert.deepEqual({ ...(await domain.get('i', ['a', 'c'])) }, { a: ['4'] });
    assert.deepEqual({ ...(await domain.get('i', ['c'], { tellMissing: true })) }, {});
    assert.equal(await domain.get('nobody'), undefined);
    assert.equal(await domain.get('nobody', ['c'], { tellMissing: true }), undefined);
  });
}

/**
 * @param {Report} report
 * @param {SimpleDBSet} everywhere
 */
async function failsTyped(report, everywhere) {
  const ireland = everywhere.at('eu-west-1');
  await report.check('a domain that is not there is NoSuchDomain, with its status and request id', async () => {
    const reading = ireland.getAttributes({ DomainName: 'films', ItemName: 'i' });
    await assert.rejects(reading, (error) => {
      assert.ok(error instanceof NoSuchDomain && error instanceof SimpleDBServiceException);
      assert.deepEqual([error.name, error.$fault, error.$metadata.httpStatusCode], ['NoSuchDomain', 'client', 400]);
      assert.ok(error.$metadata.requestId);
      return true;
    });
  });
  await report.check('and is one of the failures of a set, each with its region', async () => {
    const writing = async () => everywhere.domain('kangaroos').put('i', { a: '1' });
    await assert.rejects(writing, (error) => {
      assert.ok(isFanOutError(error));
      assert.deepEqual(
        error.report.failures.map(({ target, error }) => [target.region, error.name]),
        ['us-east-1', 'eu-west-1'].map((region) => [region, 'NoSuchDomain']),
      );
      return true;
    });
  });
  await report.check('a name that moto would refuse is refused before it is sent', async () => {
    await assert.rejects(ireland.createDomain({ DomainName: 'no' }), isLimitError);
  });
  // moto has no Select and answers 500 with a web page. The day it has, this check fails and becomes a real one.
  await report.check('known gap of moto: a select that it does not have is an error', async () => {
    await assert.rejects(everywhere.in('eu-west-1').selectEverywhere('select * from books').toArray(), isFanOutError);
  });
}
