// What we sign, fetched by Node's fetch from moto, which looks neither at signatures nor at the
// conditions of forms: that they are right is not seen here.
import assert from 'node:assert/strict';

/** @typedef {import('../../report/report.mjs').Report} Report */
/** @typedef {import('@proj/s3').S3Set} S3Set */

/**
 * @param {Report} report
 * @param {S3Set} everywhere
 */
export async function signs(report, everywhere) {
  const bucket = await everywhere.createBucket('signed', { region: 'ap-southeast-2' });
  const object = bucket.object('Ordner/ü 1.csv');
  await report.check('a signed PUT is sent with its headers, and a signed GET brings it back', async () => {
    const { url, method, headers } = await object.signedUrl({
      method: 'PUT',
      contentType: 'text/csv',
      metadata: { own: 'x' },
    });
    assert.deepEqual(headers, { 'content-type': 'text/csv', 'x-amz-meta-own': 'x' });
    assert.match(url, /ap-southeast-2/);
    assert.equal((await fetch(url, { method, headers, body: 'a;b' })).status, 200);
    const { contentType, metadata } = await object.head();
    assert.deepEqual([contentType, metadata], ['text/csv', { own: 'x' }]);
    const got = await fetch((await object.signedUrl()).url);
    assert.deepEqual([got.status, await got.text(), got.headers.get('content-type')], [200, 'a;b', 'text/csv']);
  });
  await report.check('a signed form uploads under its prefix', async () => {
    const { url, fields } = await bucket.signedPost({ key: { startsWith: 'up/' }, size: { max: 10 } });
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob(['hello']), 'a.txt');
    const answer = await fetch(url, { method: 'POST', body: form });
    assert.ok(answer.ok, `${answer.status} ${await answer.text()}`);
    assert.equal(await (await bucket.object('up/a.txt').get()).text(), 'hello');
  });
  await report.check('a signed DELETE deletes', async () => {
    const { url, method } = await object.signedUrl({ method: 'DELETE' });
    assert.equal((await fetch(url, { method })).status, 204);
    assert.equal(await object.exists(), 'absent');
  });
}
