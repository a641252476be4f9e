import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startForTest } from '../../testing/clients.js';
import { send, swiftCaller } from '../../testing/swift.js';

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

describe('symbolic links', () => {
  it('are followed, and shown when asked for', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    await put('/c/tea', 'green');
    expect((await put('/c/link', '', { 'X-Symlink-Target': 'c/tea' })).status).toBe(201);
    const got = await ask('GET', '/c/link');
    expect([got.text, got.headers.get('content-location')]).toEqual(['green', '/v1/AUTH_111122223333/c/tea']);
    const shown = await ask('HEAD', '/c/link?symlink=get');
    expect([shown.headers.get('x-symlink-target'), shown.headers.get('content-length')]).toEqual(['c/tea', '0']);
    const posted = await ask('POST', '/c/link', { headers: { 'X-Object-Meta-A': '1' } });
    expect([posted.status, posted.headers.get('location')]).toEqual([307, '/swift/DFW/v1/AUTH_111122223333/c/tea']);
    expect((await ask('HEAD', '/c/link?symlink=get')).headers.get('x-object-meta-a')).toBe('1');
    await ask('DELETE', '/c/link');
    expect((await ask('HEAD', '/c/tea')).status).toBe(200);
  });

  it('lead over two others at most, and not back', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    await put('/c/0', 'tea');
    for (const at of [1, 2, 3]) await put(`/c/${at}`, '', { 'X-Symlink-Target': `c/${at - 1}` });
    expect([(await ask('GET', '/c/2')).status, (await ask('GET', '/c/3')).status]).toEqual([200, 409]);
    await put('/c/0', '', { 'X-Symlink-Target': 'c/1' });
    expect((await ask('GET', '/c/1')).status).toBe(409);
    await put('/c/1', '', { 'X-Symlink-Target': 'c/none' });
    expect((await ask('GET', '/c/1')).status).toBe(404);
    expect((await put('/c/s', '', { 'X-Symlink-Target': 'c/s' })).status).toBe(400);
    expect((await put('/c/s', 'body', { 'X-Symlink-Target': 'c/0' })).status).toBe(400);
    expect((await put('/c/s', '', { 'X-Symlink-Target': 'c' })).status).toBe(412);
  });

  it('may be held to what they lead to', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    await put('/c/tea', 'green');
    const headers = { 'X-Symlink-Target': 'c/tea', 'X-Symlink-Target-Etag': md5('green') };
    expect((await put('/c/wrong', '', { ...headers, 'X-Symlink-Target-Etag': md5('black') })).status).toBe(409);
    expect((await put('/c/link', '', headers)).status).toBe(201);
    expect((await ask('GET', '/c?format=json&prefix=link')).json()).toMatchObject([
      { symlink_path: '/v1/AUTH_111122223333/c/tea', symlink_etag: md5('green'), symlink_bytes: 5 },
    ]);
    await put('/c/tea', 'black');
    expect((await ask('GET', '/c/link')).status).toBe(409);
  });
});

describe('sites', () => {
  it('have an index, folders and pages for errors', async () => {
    const { ask, put, url } = await swiftCaller(await startForTest());
    const settings = { 'X-Container-Meta-Web-Index': 'index.html', 'X-Container-Meta-Web-Error': 'error.html' };
    const headers = { ...settings, 'X-Container-Meta-Web-Listings': 'true', 'X-Container-Read': '.r:*,.rlistings' };
    await ask('PUT', '/c', { headers });
    await put('/c/index.html', 'home');
    await put('/c/404error.html', 'nothing here');
    await put('/c/sub/index.html', 'sub');
    await put('/c/files/a%20%3C.txt', 'A');
    const get = (path: string) => send('GET', `${url}${path}`, {});
    expect((await get('/c')).headers.get('location')).toBe(`${url}/c/`);
    expect((await get('/c/')).text).toBe('home');
    expect((await get('/c/sub')).status).toBe(301);
    expect((await get('/c/sub/')).text).toBe('sub');
    const listing = await get('/c/files/');
    expect(listing.status).toBe(200);
    expect(listing.text).toContain('<a href="a%20%3C.txt">a &lt;.txt</a>');
    const none = await get('/c/none');
    expect([none.status, none.text]).toEqual([404, 'nothing here']);
    expect((await ask('GET', '/c')).text).toContain('index.html\n');
    await ask('POST', '/c', { headers: { 'X-Remove-Container-Meta-Web-Listings': 'x' } });
    expect((await get('/c/files/')).status).toBe(404);
  });

  it('let pages of elsewhere read, where they say so', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    await put('/c/o', 'tea');
    const origin = { origin: 'http://example.com' };
    expect((await ask('GET', '/c/o', { headers: origin })).headers.get('access-control-allow-origin')).toBe(null);
    await ask('POST', '/c', { headers: { 'X-Container-Meta-Access-Control-Allow-Origin': origin.origin } });
    expect((await ask('GET', '/c/o', { headers: origin })).headers.get('access-control-allow-origin')).toBe(
      origin.origin,
    );
    const asked = { ...origin, 'access-control-request-method': 'PUT' };
    expect((await ask('OPTIONS', '/c/o', { headers: asked, token: null })).status).toBe(200);
    const stranger = { ...asked, origin: 'http://example.org' };
    expect((await ask('OPTIONS', '/c/o', { headers: stranger, token: null })).status).toBe(401);
  });
});
