import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../index.js';
import { startForTest } from '../../testing/clients.js';
import { send, swiftCaller } from '../../testing/swift.js';

describe('the CDN’s management', () => {
  it('publishes containers', async () => {
    const cloud = await startForTest();
    const { ask, token, url } = await swiftCaller(cloud);
    await ask('PUT', '/c');
    const cdn = (method: string, path: string, headers = {}) =>
      send(method, `${url.replace('/v1/', '/cdn/v1/')}${path}`, { token, headers });
    expect((await cdn('HEAD', '/c')).status).toBe(404);
    const made = await cdn('PUT', '/c', { 'X-Cdn-Enabled': 'True', 'X-Ttl': '1000' });
    expect([made.status, made.headers.get('x-cdn-uri')]).toEqual([201, expect.stringMatching(/^http:.*\.invalid$/)]);
    expect((await cdn('POST', '/c', { 'X-Ttl': '10' })).status).toBe(400);
    expect((await cdn('POST', '/c', { 'X-Cdn-Enabled': 'False' })).status).toBe(202);
    const { headers } = await cdn('HEAD', '/c');
    expect([headers.get('x-cdn-enabled'), headers.get('x-ttl')]).toEqual(['False', '1000']);
    expect((await cdn('GET', '/?format=json')).json()).toMatchObject([{ name: 'c', cdn_enabled: false, ttl: 1000 }]);
    expect((await cdn('GET', '/?format=json&enabled_only=true')).json()).toEqual([]);
    expect((await cdn('PUT', '/none')).status).toBe(404);
    expect((await send('GET', url.replace('/v1/', '/cdn/v1/'), {})).status).toBe(401);
  });

  it('purges 25 objects a day, and deletes none', async () => {
    const clock = new ManualClock(0);
    const { ask, put, token, url } = await swiftCaller(await startForTest({ clock }));
    await put('/c/o', 'tea');
    const cdn = (method: string, path: string) => send(method, `${url.replace('/v1/', '/cdn/v1/')}${path}`, { token });
    await cdn('PUT', '/c');
    for (let purged = 0; purged < 25; purged += 1) expect((await cdn('DELETE', '/c/o')).status).toBe(204);
    expect((await cdn('DELETE', '/c/o')).status).toBe(498);
    expect((await ask('GET', '/c/o')).text).toBe('tea');
    clock.advance(86_399_999);
    expect((await cdn('DELETE', '/c/o')).status).toBe(498);
  });
});
