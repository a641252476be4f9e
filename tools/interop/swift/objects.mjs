import assert from 'node:assert/strict';
import { isNotFoundError, isPreconditionFailedError } from '@proj/cloudfiles';

/** @typedef {import('../../report/report.mjs').Report} Report */
/** @typedef {import('@proj/cloudfiles').Account} Account */

/** Objects, one at a time. @param {Report} report @param {Account} account */
export async function keepsObjects(report, account) {
  const container = await account.createContainer('objects');
  const name = 'a folder//é ✓ +%25?#&\n.txt';
  const object = container.object(name);
  await report.check('an object of any name keeps its bytes, its type and its metadata', async () => {
    await object.put('hello', {
      contentType: 'text/plain',
      metadata: { Colour: 'blå 100%' },
      contentDisposition: 'inline',
    });
    const { size, contentType, metadata, etag, contentDisposition, kind } = await object.head();
    assert.deepEqual([size, contentType, metadata, kind], [5, 'text/plain', { colour: 'blå 100%' }, 'plain']);
    assert.deepEqual([etag, contentDisposition], ['5d41402abc4b2a76b9719d911017c592', 'inline']);
    assert.equal(await (await object.get()).text(), 'hello');
    for (const odd of ['a/../b', './c', '/d//e/', '..']) {
      await container.object(odd).put(odd);
      assert.equal(await (await container.object(odd).get()).text(), odd);
    }
  });
  await report.check('ranges and conditions are as HTTP has them', async () => {
    const { etag, modified } = await object.head();
    assert.equal(await (await object.get({ range: { start: 1, end: 3 } })).text(), 'ell');
    assert.equal(await (await object.get({ range: { last: 2 } })).text(), 'lo');
    await assert.rejects(object.get({ range: { start: 9 } }), { status: 416 });
    assert.equal(await (await object.get({ ifMatch: etag })).text(), 'hello');
    await assert.rejects(object.get({ ifMatch: '0'.repeat(32) }), isPreconditionFailedError);
    await assert.rejects(object.get({ ifNoneMatch: etag }), { status: 304 });
    const later = new Date(modified.getTime() + 5_000);
    await assert.rejects(object.head({ ifModifiedSince: later }), { status: 304 });
    await assert.rejects(object.put('x', { ifNoneMatch: '*' }), isPreconditionFailedError);
    assert.equal((await object.head({ newest: true })).size, 5);
  });
  await report.check('bytes that do not come as they were sent are refused', async () => {
    const headers = { etag: '0'.repeat(32) };
    await assert.rejects(container.native.request('PUT', '/objects/damaged', { headers, body: 'x' }), { status: 422 });
    assert.equal(await container.object('damaged').exists(), 'absent');
  });
  await report.check('setting attributes takes away what is not named; updating metadata does not', async () => {
    await object.updateMetadata({ more: 'yes' });
    const { metadata, contentDisposition } = await object.head();
    assert.deepEqual([metadata, contentDisposition], [{ colour: 'blå 100%', more: 'yes' }, 'inline']);
    await object.setAttributes({ metadata: { only: 'this' } });
    const after = await object.head();
    assert.deepEqual(
      [after.metadata, after.contentDisposition, after.contentType],
      [{ only: 'this' }, undefined, 'text/plain'],
    );
  });
  await report.check('a copy takes along what the object has, or leaves it', async () => {
    const [copy, fresh] = [container.object('copy é'), container.object('fresh')];
    await object.copyTo(copy, { metadata: { b: '2' } });
    assert.deepEqual((await copy.head()).metadata, { only: 'this', b: '2' });
    await object.copyTo(fresh, { fresh: true });
    assert.deepEqual((await fresh.head()).metadata, {});
    await assert.rejects(object.copyTo(fresh, { ifMatch: '0'.repeat(32) }), isPreconditionFailedError);
  });
  await expiresAndLinks(report, container);
  await keepsVersions(report, account);
}

/** @param {Report} report @param {import('@proj/cloudfiles').Container} container */
async function expiresAndLinks(report, container) {
  await report.check('an object ends when it is to end', async () => {
    const soon = container.object('soon');
    await soon.put('x', { expiresAfter: 86_400 });
    assert.ok(((await soon.head()).expiresAt?.getTime() ?? 0) > Date.now() + 80_000_000);
    await (await container.require('expireAt'))('soon', new Date(Date.now() + 1_500));
    const until = Date.now() + 15_000;
    while (Date.now() < until && (await soon.exists()) === 'exists') await new Promise((done) => setTimeout(done, 200));
    assert.equal(await soon.exists(), 'absent');
  });
  await report.check('a link is read as what it leads to, and can be asked for itself', async () => {
    const [target, link] = [container.object('target é'), container.object('link')];
    await target.put('linked');
    await link.linkTo(target);
    assert.equal(await (await link.get()).text(), 'linked');
    const { linksTo, size } = await link.head({ link: true });
    assert.deepEqual([linksTo, size], ['objects/target é', 0]);
    await link.delete({ segments: 'keep' });
    assert.equal(await target.exists(), 'exists');
  });
  await report.check('objects whose names begin alike are one, and go with it', async () => {
    for (const part of ['1', '2', '3']) await container.object(`joined é/${part}`).put(`part ${part} `);
    const joined = container.object('joined');
    await joined.joinAll({ container: 'objects', prefix: 'joined é/' }, { metadata: { a: '1' } });
    const { kind, segmentsAt, size } = await joined.head();
    assert.deepEqual([kind, segmentsAt, size], ['dynamic', 'objects/joined é/', 21]);
    await joined.updateMetadata({ a: '2' });
    assert.equal(await (await joined.get()).text(), 'part 1 part 2 part 3 ');
    await joined.delete();
    assert.deepEqual(await container.list({ prefix: 'joined' }).toArray(), []);
    await assert.rejects(joined.get(), isNotFoundError);
  });
}

/** @param {Report} report @param {Account} account */
async function keepsVersions(report, account) {
  await report.check('versions are kept by their ids, read, and deleted one by one', async () => {
    const container = await account.createContainer('versions', { versions: true });
    const object = container.object('a');
    const { versionId } = await object.put('one');
    await object.put('second');
    await object.delete();
    assert.equal((await container.head()).versions, 'enabled');
    const all = [];
    for await (const version of container.versions()) all.push(version);
    assert.deepEqual(
      all.map(({ isDeleted, isLatest, size }) => [isDeleted, isLatest, size]),
      [
        [true, true, 0],
        [false, false, 6],
        [false, false, 3],
      ],
    );
    assert.equal(await (await object.get({ versionId })).text(), 'one');
    for (const version of all) await object.delete({ versionId: version.versionId, segments: 'keep' });
    await container.delete();
  });
  await report.check('old versions are kept in another container, and come back, in the older way', async () => {
    await account.createContainer('old');
    const container = await account.createContainer('new', { versions: { location: 'old', keepsDeleted: false } });
    await container.object('a').put('one');
    await container.object('a').put('second');
    assert.deepEqual((await container.head()).versions, { location: 'old', keepsDeleted: false });
    await container.object('a').delete();
    assert.equal(await (await container.object('a').get()).text(), 'one');
    await container.update({ versions: null });
    assert.equal((await container.head()).versions, undefined);
  });
}
