// Our Cloud Files package against a real OpenStack Swift in three regions, each of which has accounts and tokens of its own.
import assert from 'node:assert/strict';
import { cloudFiles, isConflictError, isDeniedError, isLoginError, v1 } from '@proj/cloudfiles';
import { listsAndDeletes } from './swift/listings.mjs';
import { keepsObjects } from './swift/objects.mjs';
import { opensToOthers } from './swift/others.mjs';
import { noSwift, startSwift } from './swift/swift-server.mjs';
import { movesLargeOnes } from './swift/transfers.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */
/** @typedef {import('@proj/cloudfiles').CloudFilesSet} CloudFilesSet */
/** @typedef {import('./swift/swift-server.mjs').Swift} Swift */

export const name = 'swift';

export const needs = noSwift;

/** @param {Report} report */
export async function run(report) {
  const swift = await startSwift();
  const everywhere = await cloudFiles(loginsOf(swift), { pageSize: 100 });
  try {
    await logsIn(report, swift);
    await makesContainers(report, everywhere);
    await keepsObjects(report, everywhere.at('ord'));
    await movesLargeOnes(report, everywhere.at('dfw'));
    await opensToOthers(report, everywhere.at('iad'));
    await listsAndDeletes(report, everywhere.at('ord'));
    await deletesAll(report, everywhere);
  } finally {
    await everywhere[Symbol.asyncDispose]();
    await swift.stop();
  }
}

/** @param {Swift} swift @param {string} [key] */
function loginsOf(swift, key = 'testing') {
  const pairs = Object.entries(swift.auth).map(([region, authUrl]) => {
    return /** @type {const} */ ([region, v1({ authUrl, user: 'test:tester', key })]);
  });
  return Object.fromEntries(pairs);
}

/** @param {Report} report @param {Swift} swift */
async function logsIn(report, swift) {
  await report.check('a wrong key is refused in each region, and told as denied', async () => {
    const wrong = await cloudFiles(loginsOf(swift, 'wrong'));
    const { failures } = await wrong.containers().settled();
    assert.deepEqual(
      failures.map(({ status, error }) => [status, isLoginError(error)]),
      Array.from({ length: 3 }, () => ['denied', true]),
    );
    await wrong[Symbol.asyncDispose]();
  });
  await report.check('a token that Swift does not take is replaced once, for all who wait', async () => {
    const good = v1({ authUrl: swift.auth['dfw'] ?? '', user: 'test:tester', key: 'testing' });
    let logins = 0;
    const login = async (/** @type {import('@proj/cloudfiles').SendLogin} */ send) => {
      logins += 1;
      const found = await good.login(send);
      return logins === 1 ? { ...found, token: 'AUTH_tk0' } : found;
    };
    const set = await cloudFiles({ dfw: { ...good, login } });
    await Promise.all(Array.from({ length: 20 }, () => set.at('dfw').head()));
    assert.equal(logins, 2);
    await set[Symbol.asyncDispose]();
  });
}

/** @param {Report} report @param {CloudFilesSet} everywhere */
async function makesContainers(report, everywhere) {
  const name = 'My Files é ✓';
  await report.check('a container of one name is made in every region at once, and listed there', async () => {
    await everywhere.createContainer(name, { metadata: { owner: 'jürgen ✓' } });
    const byRegion = await everywhere.containers().byRegion();
    assert.deepEqual(
      [...byRegion].map(([region, list]) => [region, list.map((one) => one.name)]),
      ['dfw', 'ord', 'iad'].map((region) => [region, [name]]),
    );
  });
  await report.check(
    'its metadata are merged, its access list is read as it was written, and its quota is kept',
    async () => {
      const container = everywhere.at('dfw').container(name);
      /** @type {import('@proj/cloudfiles').Acl} */
      const read = [{ referrer: '*' }, { referrer: '.bad.example.com', isDenied: true }, { listings: true }];
      await container.update({ metadata: { colour: 'blue' }, read, quotaObjects: 1 });
      const { metadata, read: kept, quotaObjects } = await container.head();
      assert.deepEqual([metadata, kept, quotaObjects], [{ owner: 'jürgen ✓', colour: 'blue' }, read, 1]);
      await container.native.request('POST', '/My%20Files%20%C3%A9%20%E2%9C%93', {
        headers: { 'x-container-read': '.referrer : * ,test2:tester2' },
      });
      assert.deepEqual((await container.head()).read, [{ referrer: '*' }, { project: 'test2', user: 'tester2' }]);
      await container.update({ metadata: { colour: '' }, read: [], quotaObjects: null });
      assert.deepEqual((await container.head()).metadata, { owner: 'jürgen ✓' });
    },
  );
  await report.check('an account has metadata, and its cluster says what it has', async () => {
    const account = everywhere.at('iad');
    await account.updateMetadata({ note: 'é' });
    await account.setAccess({ readOnly: ['test2:jürgen'] });
    const { metadata, access } = await account.head();
    assert.deepEqual([metadata['note'], access?.readOnly], ['é', ['test2:jürgen']]);
    await account.setAccess({});
    assert.ok((await account.info())?.['slo']);
    const container = account.container(name);
    assert.equal(container.has('bulkDelete'), true);
    await container.require('reverseList');
  });
  await report.check(
    'what may not be done is told: deleting what is not empty, and what is not one’s own',
    async () => {
      const container = everywhere.at('dfw').container(name);
      await container.object('one').put('1');
      await assert.rejects(container.delete(), isConflictError);
      await container.object('one').delete();
      const other = { headers: { 'x-copy-from-account': 'AUTH_test2', 'x-copy-from': '/a/b' } };
      await assert.rejects(container.native.request('PUT', `/x/${'o'}`, other), isDeniedError);
    },
  );
  await everywhere.map((account) => account.container(name).delete());
}

/** @param {Report} report @param {CloudFilesSet} everywhere */
async function deletesAll(report, everywhere) {
  await report.check('all is deleted, in every region, and nothing is left', async () => {
    await everywhere.map(async (account) => {
      for (const container of await account.containers()) {
        for await (const { name, error } of container.deleteObjects(namesIn(container)))
          assert.equal(error, undefined, name);
        await container.delete();
      }
    });
    assert.deepEqual((await everywhere.containers()).flat(), []);
  });
}

/** @param {import('@proj/cloudfiles').Container} container */
async function* namesIn(container) {
  for await (const row of container.list()) yield row.name;
}
