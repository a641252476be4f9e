import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';

/** @typedef {import('../../report/report.mjs').Report} Report */
/** @typedef {import('@proj/cloudfiles').Account} Account */
/** @typedef {import('@proj/cloudfiles').Container} Container */

const key = 'a-secret-key';

/** What others can do, who have no token. @param {Report} report @param {Account} account */
export async function opensToOthers(report, account) {
  const container = await account.createContainer('open é');
  await account.setSigningKeys({ first: key });
  await signsAddresses(report, container);
  await signsForms(report, container);
  await extracts(report, container);
  await report.check('a container that is open is read and listed by everybody, and seen as a web site', async () => {
    await container.object('index.html').put('<h1>here</h1>', { contentType: 'text/html' });
    const url = new URL(await container.object('index.html').signedUrl({ key }));
    url.search = '';
    assert.equal((await fetch(url)).status, 401);
    await container.update({ read: [{ referrer: '*' }, { listings: true }], website: { index: 'index.html' } });
    await settled(async () => (await fetch(url)).status === 200);
    const site = await fetch(new URL('./', url));
    assert.equal(await site.text(), '<h1>here</h1>');
    await container.update({ read: [], website: null });
  });
}

/** @param {Report} report @param {Container} container */
async function signsAddresses(report, container) {
  const object = container.object('a folder/é ✓ +%.txt');
  await object.put('signed');
  const status = async (/** @type {string} */ url, /** @type {RequestInit} */ init = {}) =>
    (await fetch(url, init)).status;
  await report.check('a signed address reads one object, for a while, and nothing else', async () => {
    const url = await object.signedUrl({ key, filename: 'räport.txt' });
    const answer = await fetch(url);
    assert.deepEqual([answer.status, await answer.text()], [200, 'signed']);
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment/);
    assert.equal(await status(url, { method: 'HEAD' }), 200);
    assert.equal(await status(url, { method: 'PUT', body: 'x' }), 401);
    assert.equal(await status(url.replace('signed', 'other').replace('folder', 'f0lder')), 401);
    assert.equal(await status(await object.signedUrl({ key: 'other' })), 401);
    assert.equal(await status(await object.signedUrl({ key, expiresAt: new Date(Date.now() - 5_000) })), 401);
  });
  await report.check('it writes, by SHA-512, by a prefix, and from one network', async () => {
    const url = await object.signedUrl({ key, method: 'PUT', digest: 'sha512' });
    assert.equal(await status(url, { method: 'PUT', body: 'written' }), 201);
    assert.equal(await (await object.get()).text(), 'written');
    const forAll = new URL(await object.signedUrl({ key, prefix: 'a folder/' }));
    await container.object('a folder/other').put('other');
    forAll.pathname = forAll.pathname.replace(/[^/]+$/, 'other');
    assert.equal(await (await fetch(forAll)).text(), 'other');
    assert.equal(await status(await object.signedUrl({ key, ip: '127.0.0.0/8' })), 200);
    assert.equal(await status(await object.signedUrl({ key, ip: '192.0.2.1' })), 401);
  });
  await report.check("a container's own key signs as well", async () => {
    await container.update({ signingKeys: { second: 'its-own' } });
    await settled(async () => (await status(await object.signedUrl({ key: 'its-own' }))) === 200);
  });
}

/** @param {Report} report @param {Container} container */
async function signsForms(report, container) {
  await report.check('a signed form uploads files, as many and as large as it says', async () => {
    const { url, fields } = await container.signedPost({ key, prefix: 'up é/', maxFileSize: 100, maxFileCount: 2 });
    const post = async (/** @type {readonly string[]} */ files) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      for (const [index, text] of files.entries()) form.append(`file${index}`, new Blob([text]), `${index}.txt`);
      return (await fetch(url, { method: 'POST', body: form })).status;
    };
    assert.equal(await post(['one', 'two']), 201);
    assert.equal(await (await container.object('up é/1.txt').get()).text(), 'two');
    assert.ok((await post(['x'.repeat(101)])) >= 400);
    assert.equal(
      await container
        .object('up é/0.txt')
        .head()
        .then(({ size }) => size),
      3,
    );
  });
}

/** @param {Report} report @param {Container} container */
async function extracts(report, container) {
  await report.check('the files of an archive are objects, each of its own type', async () => {
    const tar = tarOf({ 'site/a.html': '<p>a</p>', 'site/é.css': 'p {}' });
    const extract = await container.require('extractArchive');
    const { created, errors } = await extract(gzipSync(tar), { format: 'tar.gz', prefix: 'from tar' });
    assert.deepEqual([created, [...errors]], [2, []]);
    const rows = await container.list({ prefix: 'from tar/', with: ['contentType', 'size'] }).toArray();
    assert.deepEqual(
      rows.map(({ name, contentType, size }) => [name, contentType, size]),
      [
        ['from tar/site/a.html', 'text/html', 8],
        ['from tar/site/é.css', 'text/css', 4],
      ],
    );
    const broken = container.extractArchive(Buffer.from('no archive at all'), { format: 'tar.gz' });
    await assert.rejects(broken, { status: 400 });
  });
}

/** Swift looks at an account or a container once in a second. @param {() => Promise<boolean>} ask */
async function settled(ask) {
  for (const until = Date.now() + 10_000; Date.now() < until; ) {
    if (await ask()) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  assert.fail('it did not become so');
}

/** An archive of these files, in the oldest form. @param {Readonly<Record<string, string>>} files */
function tarOf(files) {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write('0000644\0', 100);
    header.write(`${Buffer.byteLength(text).toString(8).padStart(11, '0')}\0`, 124);
    header.write('        ', 148);
    header.write('0', 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const body = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
    body.write(text);
    return [header, body];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1_024)]);
}
