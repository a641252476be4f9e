import { describe, expect, it } from 'vitest';
import { startForTest } from '../../testing/clients.js';
import { swiftCaller } from '../../testing/swift.js';

describe('containers', () => {
  it('are made, made again, described and deleted when they are empty', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    expect((await ask('PUT', '/c')).status).toBe(201);
    expect((await ask('PUT', '/c')).status).toBe(202);
    await put('/c/o', 'tea');
    const head = await ask('HEAD', '/c');
    expect([head.status, head.headers.get('x-container-object-count')]).toEqual([204, '1']);
    expect(head.headers.get('x-container-bytes-used')).toBe('3');
    expect((await ask('DELETE', '/c')).status).toBe(409);
    await ask('DELETE', '/c/o');
    expect((await ask('DELETE', '/c')).status).toBe(204);
    expect((await ask('DELETE', '/c')).status).toBe(404);
    expect((await ask('PUT', `/${'c'.repeat(257)}`)).status).toBe(400);
  });

  it('keep what is said of them until it is taken away', async () => {
    const { ask } = await swiftCaller(await startForTest());
    await ask('PUT', '/c', { headers: { 'X-Container-Meta-Colour': 'red', 'X-Container-Meta-Size': 'small' } });
    await ask('POST', '/c', { headers: { 'X-Container-Meta-Colour': 'blue', 'X-Container-Meta-Age': '1' } });
    const head = await ask('HEAD', '/c');
    const shown = ['colour', 'size', 'age'].map((name) => head.headers.get(`x-container-meta-${name}`));
    expect(shown).toEqual(['blue', 'small', '1']);
    await ask('POST', '/c', { headers: { 'X-Remove-Container-Meta-Size': 'x', 'X-Container-Meta-Age': '' } });
    const after = await ask('HEAD', '/c');
    expect([after.headers.get('x-container-meta-size'), after.headers.get('x-container-meta-age')]).toEqual([
      null,
      null,
    ]);
  });

  it('refuse what is too much to be said of them', async () => {
    const { ask } = await swiftCaller(await startForTest());
    await ask('PUT', '/c');
    const post = async (headers: Record<string, string>) => (await ask('POST', '/c', { headers })).status;
    expect(await post({ [`X-Container-Meta-${'n'.repeat(129)}`]: 'x' })).toBe(400);
    expect(await post({ 'X-Container-Meta-Long': 'v'.repeat(257) })).toBe(400);
    const many = (from: number, count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`X-Container-Meta-N${from + at}`, 'x']));
    expect(await post(many(0, 91))).toBe(400);
    expect(await post(many(0, 60))).toBe(204);
    expect(await post(many(60, 60))).toBe(400);
  });

  it('belong to one region', async () => {
    const cloud = await startForTest();
    const [dfw, syd] = [await swiftCaller(cloud, 'DFW'), await swiftCaller(cloud, 'SYD')];
    await dfw.ask('PUT', '/here');
    expect((await syd.ask('GET', '?format=json')).json()).toEqual([]);
    expect((await dfw.ask('GET', '')).text).toBe('here\n');
    expect(cloud.requests.count({ action: 'GetAccount', region: 'SYD' })).toBe(1);
  });

  it('are counted in their account', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    await put('/a/1', 'one');
    await put('/b/2', 'three');
    const { headers } = await ask('HEAD', '');
    const used = ['container-count', 'object-count', 'bytes-used'].map((what) => headers.get(`x-account-${what}`));
    expect(used).toEqual(['2', '2', '8']);
    expect((await ask('GET', '?format=json')).json()).toMatchObject([
      { name: 'a', count: 1, bytes: 3 },
      { name: 'b', count: 1, bytes: 5 },
    ]);
  });
});

describe('access', () => {
  it('is its owner’s, and whose the container’s lists say', async () => {
    const cloud = await startForTest();
    const { ask, put, url } = await swiftCaller(cloud);
    await put('/c/o', 'tea');
    const [, other] = cloud.accounts;
    const { token } = await swiftCaller(cloud, 'DFW', other);
    expect((await ask('GET', '/c/o', { token })).status).toBe(403);
    expect((await fetch(`${url}/c/o`)).status).toBe(401);
    await ask('POST', '/c', { headers: { 'X-Container-Read': ` ${other?.id}:* , .referrer : *.example.com` } });
    expect((await ask('HEAD', '/c')).headers.get('x-container-read')).toBe('444455556666:*,.r:.example.com');
    expect((await ask('GET', '/c/o', { token })).status).toBe(200);
    expect((await ask('PUT', '/c/p', { token, body: 'x' })).status).toBe(403);
    const headers = { referer: 'http://www.example.com/page' };
    expect((await ask('GET', '/c/o', { token: null, headers })).status).toBe(200);
    expect((await ask('GET', '/c', { token: null, headers })).status).toBe(401);
    await ask('POST', '/c', {
      headers: { 'X-Container-Read': '.r:*,.rlistings', 'X-Container-Write': `${other?.id}` },
    });
    expect((await ask('GET', '/c', { token: null })).status).toBe(200);
    expect((await ask('PUT', '/c/p', { token, body: 'x' })).status).toBe(201);
    expect((await ask('POST', '/c', { headers: { 'X-Container-Write': '.r:*' } })).status).toBe(400);
  });

  it('may be given to a whole account', async () => {
    const cloud = await startForTest();
    const { ask, put } = await swiftCaller(cloud);
    await put('/c/o', 'tea');
    const [, other] = cloud.accounts;
    const { token } = await swiftCaller(cloud, 'DFW', other);
    const acl = { 'read-only': [other?.id] };
    const headers = { 'X-Account-Access-Control': JSON.stringify(acl) };
    expect((await ask('POST', '', { headers })).status).toBe(204);
    expect((await ask('GET', '/c', { token })).status).toBe(200);
    expect((await ask('PUT', '/d', { token })).status).toBe(403);
    expect((await ask('POST', '', { headers: { 'X-Account-Access-Control': '[]' } })).status).toBe(400);
  });
});
