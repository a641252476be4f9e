import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startForTest } from '../../testing/clients.js';
import { type SwiftCaller, swiftCaller } from '../../testing/swift.js';

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const slo = 'multipart-manifest=put';

async function withSegments(): Promise<SwiftCaller> {
  const caller = await swiftCaller(await startForTest());
  await caller.put('/s/1', 'first ');
  await caller.put('/s/2', 'second ');
  await caller.ask('PUT', '/c');
  return caller;
}

const manifest = JSON.stringify([
  { path: '/s/1', etag: md5('first '), size_bytes: 6 },
  { data: Buffer.from('inline ').toString('base64') },
  { path: '/s/2', range: '0-5' },
]);

describe('static large objects', () => {
  it('are read as one', async () => {
    const { ask } = await withSegments();
    const etag = md5(`${md5('first ')}${md5('inline ')}${md5('second ')}:0-5;`);
    const made = await ask('PUT', `/c/big.txt?${slo}`, { body: manifest, headers: { ETag: etag } });
    expect([made.status, made.headers.get('etag')]).toEqual([201, `"${etag}"`]);
    const got = await ask('GET', '/c/big.txt');
    expect([got.text, got.headers.get('etag')]).toEqual(['first inline second', `"${etag}"`]);
    expect(got.headers.get('x-static-large-object')).toBe('True');
    expect((await ask('HEAD', '/c/big.txt')).headers.get('content-length')).toBe('19');
    expect((await ask('GET', '/c/big.txt', { headers: { range: 'bytes=4-14' } })).text).toBe('t inline se');
    const part = await ask('GET', '/c/big.txt?part-number=2');
    expect([part.status, part.text, part.headers.get('x-parts-count')]).toEqual([206, 'inline ', '3']);
    expect((await ask('GET', '/c/big.txt?part-number=4')).status).toBe(416);
    expect((await ask('GET', '/c?format=json')).json()).toMatchObject([{ bytes: 19, slo_etag: `"${etag}"` }]);
  });

  it('show their manifest, as it is kept or raw', async () => {
    const { ask } = await withSegments();
    await ask('PUT', `/c/big?${slo}`, { body: manifest });
    const kept = await ask('GET', '/c/big?multipart-manifest=get');
    expect(kept.json()).toMatchObject([{ name: '/s/1', bytes: 6 }, {}, { name: '/s/2', bytes: 7, range: '0-5' }]);
    const raw = await ask('GET', '/c/big?multipart-manifest=get&format=raw');
    expect((await ask('PUT', `/c/again?${slo}`, { body: raw.text })).status).toBe(201);
    expect((await ask('GET', '/c/again')).text).toBe('first inline second');
  });

  it('are refused with all that is wrong with them', async () => {
    const { ask } = await withSegments();
    const body = JSON.stringify([{ path: '/s/none' }, { path: '/s/1', etag: 'x', size_bytes: 7 }]);
    const refused = await ask('PUT', `/c/big?${slo}`, { body, headers: { accept: 'application/json' } });
    expect([refused.status, refused.json()]).toEqual([
      400,
      {
        Errors: [
          ['/s/none', '404 Not Found'],
          ['/s/1', 'Size Mismatch'],
          ['/s/1', 'Etag Mismatch'],
        ],
      },
    ]);
    const put = async (sent: string) => (await ask('PUT', `/c/big?${slo}`, { body: sent })).text;
    expect(await put('{')).toBe('Manifest must be valid JSON.\n');
    expect(await put('[{"path":"/s"},{"path":"/c/big"},{"what":1}]')).toBe(
      'Index 0: path does not refer to an object. Path must be of the form /container/object.\n' +
        'Index 1: manifest must not include itself as a segment\n' +
        "Index 2: expected keys to include one of 'path' or 'data'\n",
    );
    const beating = await ask('PUT', `/c/big?${slo}&heartbeat=on`, { body, headers: { accept: 'application/json' } });
    expect([beating.status, beating.json()]).toMatchObject([202, { 'Response Status': '400 Bad Request' }]);
    const good = await ask('PUT', `/c/big?${slo}&heartbeat=on`, { body: manifest });
    expect(good.text).toMatch(
      /^ \r\n\r\nEtag: "[0-9a-f]{32}"\nLast Modified: .*\nResponse Body: \nResponse Status: 201 Created\nErrors:\n$/,
    );
  });

  it('say when their segments are not what they were', async () => {
    const { ask, put } = await withSegments();
    await ask('PUT', `/c/big?${slo}`, { body: manifest });
    await put('/s/1', 'other ');
    expect((await ask('GET', '/c/big')).status).toBe(409);
  });

  it('are deleted alone, or with their segments', async () => {
    const { ask } = await withSegments();
    await ask('PUT', `/c/big?${slo}`, { body: manifest });
    await ask('DELETE', '/c/big');
    expect((await ask('HEAD', '/s/1')).status).toBe(200);
    await ask('PUT', `/c/big?${slo}`, { body: manifest });
    const headers = { accept: 'application/json' };
    const gone = await ask('DELETE', '/c/big?multipart-manifest=delete', { headers });
    expect([gone.status, gone.json()]).toMatchObject([200, { 'Number Deleted': 3, 'Response Status': '200 OK' }]);
    expect((await ask('GET', '/s')).status).toBe(204);
    await ask('PUT', '/c/plain', { body: 'x' });
    const none = await ask('DELETE', '/c/plain?multipart-manifest=delete', { headers });
    expect([none.status, none.json()]).toMatchObject([
      200,
      { 'Response Status': '400 Bad Request', Errors: [['/c/plain', 'Not an SLO manifest']] },
    ]);
    expect((await ask('HEAD', '/c/plain')).status).toBe(200);
  });

  it('are copied as one object, or as a manifest', async () => {
    const { ask } = await withSegments();
    await ask('PUT', `/c/big?${slo}`, { body: manifest });
    await ask('COPY', '/c/big', { headers: { Destination: 'c/plain' } });
    await ask('COPY', '/c/big?multipart-manifest=get', { headers: { Destination: 'c/shared' } });
    await ask('DELETE', '/s/1');
    const plain = await ask('GET', '/c/plain');
    expect([plain.text, plain.headers.get('x-static-large-object')]).toEqual(['first inline second', null]);
    expect((await ask('GET', '/c/shared')).status).toBe(409);
  });
});

describe('dynamic large objects', () => {
  it('are what the listing shows when they are read', async () => {
    const { ask, put } = await withSegments();
    await put('/c/all', '', { 'X-Object-Manifest': 's/' });
    await put('/c/some', '', { 'X-Object-Manifest': 's/1' });
    expect((await put('/c/none', '', { 'X-Object-Manifest': 's' })).status).toBe(400);
    expect((await ask('GET', '/c/some')).text).toBe('first ');
    await put('/s/10', 'and more');
    const got = await ask('GET', '/c/some', { headers: { range: 'bytes=2-8' } });
    expect([got.text, got.headers.get('etag')]).toEqual(['rst and', `"${md5(md5('first ') + md5('and more'))}"`]);
    expect((await ask('GET', '/c?format=json&prefix=some')).json()).toMatchObject([{ bytes: 0, hash: md5('') }]);
    await ask('POST', '/c/some', { headers: { 'X-Object-Meta-A': '1' } });
    expect((await ask('GET', '/c/some')).text).toBe('');
  });
});
