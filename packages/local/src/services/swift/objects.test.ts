import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../index.js';
import { startForTest } from '../../testing/clients.js';
import { swiftCaller } from '../../testing/swift.js';

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

describe('objects', () => {
  it('are put, described, read and deleted', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    const made = await put('/c/tea.txt', 'green', { 'X-Object-Meta-Origin_Place': 'Uji' });
    expect([made.status, made.headers.get('etag')]).toEqual([201, md5('green')]);
    const got = await ask('GET', '/c/tea.txt');
    expect([got.status, got.text, got.headers.get('content-type')]).toEqual([200, 'green', 'text/plain']);
    expect(got.headers.get('x-object-meta-origin-place')).toBe('Uji');
    expect(got.headers.get('x-timestamp')).toMatch(/^\d{10}\.\d{5}$/);
    expect(got.headers.get('x-trans-id')).toMatch(/^tx[0-9a-f]{21}-/);
    const head = await ask('HEAD', '/c/tea.txt');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '5']);
    expect((await ask('DELETE', '/c/tea.txt')).status).toBe(204);
    expect((await ask('DELETE', '/c/tea.txt')).status).toBe(404);
    expect((await ask('PUT', '/none/o', { body: 'x' })).status).toBe(404);
  });

  it('have names of any UTF-8', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    const name = 'ä/\u{1F375} %2F?/x&y';
    const path = `/c/${name.split('/').map(encodeURIComponent).join('/')}`;
    expect((await put(path, 'x')).status).toBe(201);
    expect((await ask('GET', '/c')).text).toBe(`${name}\n`);
    expect((await ask('GET', path)).text).toBe('x');
    expect((await ask('PUT', '/c/%FF', { body: 'x' })).status).toBe(412);
    expect((await ask('PUT', '/c/a%00b', { body: 'x' })).status).toBe(412);
    expect((await ask('PUT', `/c/${'é'.repeat(513)}`, { body: 'x' })).status).toBe(400);
  });

  it('give back the bytes of their metadata, whatever they mean', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    const value = Buffer.from('thé \u{1F375}').toString('latin1');
    await put('/c/o', 'x', { 'X-Object-Meta-Raw': value, 'X-Object-Meta-Quoted': '%C3%A9', 'X-Object-Meta-Empty': '' });
    const { headers } = await ask('HEAD', '/c/o');
    const shown = ['raw', 'quoted', 'empty'].map((name) => headers.get(`x-object-meta-${name}`));
    expect(shown).toEqual([value, '%C3%A9', '']);
  });

  it('are held to what is said of them', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    expect((await put('/c/o', 'tea', { ETag: md5('tea') })).status).toBe(201);
    expect((await put('/c/o', 'tea', { ETag: md5('coffee') })).status).toBe(422);
    expect((await put('/c/o', 'x', { 'If-None-Match': '*' })).status).toBe(412);
    expect((await put('/c/o', 'x', { 'If-None-Match': md5('tea') })).status).toBe(400);
    expect((await put('/c/o', 'x', { 'X-Delete-At': '1' })).status).toBe(400);
    expect((await put('/c/o', 'x', { [`X-Object-Meta-${'n'.repeat(129)}`]: 'x' })).status).toBe(400);
    expect((await ask('GET', '/c/o')).text).toBe('tea');
    const streamed = new Response('in chunks').body ?? undefined;
    expect((await ask('PUT', '/c/o', { ...(streamed && { body: streamed }) })).status).toBe(201);
    expect((await ask('GET', '/c/o')).text).toBe('in chunks');
  });

  it('are given in ranges, one or several', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    await put('/c/o', '0123456789');
    const range = (bytes: string) => ask('GET', '/c/o', { headers: { range: `bytes=${bytes}` } });
    const one = await range('2-4');
    expect([one.status, one.text, one.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10']);
    expect((await range('-3')).text).toBe('789');
    expect((await range('7-99')).text).toBe('789');
    expect((await range('x')).status).toBe(200);
    const none = await range('10-');
    expect([none.status, none.headers.get('content-range')]).toEqual([416, 'bytes */10']);
    const both = await range('0-1,8-9');
    const [, boundary] = /boundary=(\w+)/.exec(both.headers.get('content-type') ?? '') ?? [];
    const part = (bytes: string, text: string) =>
      `--${boundary}\r\nContent-Type: application/octet-stream\r\nContent-Range: bytes ${bytes}/10\r\n\r\n${text}\r\n`;
    expect([both.status, both.text]).toEqual([206, `${part('0-1', '01')}${part('8-9', '89')}--${boundary}--`]);
  });

  it('are given on conditions', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    await put('/c/o', 'tea');
    const get = async (headers: Record<string, string>) => (await ask('GET', '/c/o', { headers })).status;
    expect(await get({ 'If-Match': `"${md5('tea')}"` })).toBe(200);
    expect(await get({ 'If-Match': 'x' })).toBe(412);
    expect(await get({ 'If-None-Match': md5('tea') })).toBe(304);
    expect(await get({ 'If-Modified-Since': new Date(Date.now() + 5_000).toUTCString() })).toBe(304);
    expect(await get({ 'If-Modified-Since': new Date(0).toUTCString() })).toBe(200);
    expect(await get({ 'If-Unmodified-Since': new Date(0).toUTCString() })).toBe(412);
  });

  it('lose with a POST what is not sent again, but for their type', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    const first = { 'X-Object-Meta-A': '1', 'Content-Type': 'text/x', 'Content-Disposition': 'inline' };
    await put('/c/o', 'tea', { ...first, 'X-Delete-After': '100' });
    expect((await ask('POST', '/c/o', { headers: { 'X-Object-Meta-B': '2' } })).status).toBe(202);
    const { headers } = await ask('HEAD', '/c/o');
    const shown = ['x-object-meta-a', 'x-object-meta-b', 'content-type', 'content-disposition', 'x-delete-at'];
    expect(shown.map((name) => headers.get(name))).toEqual([null, '2', 'text/x', null, null]);
  });

  it('are over when they are said to be', async () => {
    const clock = new ManualClock();
    const { ask, put } = await swiftCaller(await startForTest({ clock }));
    await put('/c/o', 'tea', { 'X-Delete-After': '60' });
    expect((await ask('HEAD', '/c/o')).headers.get('x-delete-at')).toBe(String(Math.floor(clock.now() / 1000) + 60));
    clock.advance(60_000);
    expect((await ask('GET', '/c/o')).status).toBe(404);
    expect((await ask('GET', '/c')).status).toBe(204);
    expect((await put('/c/p', 'tea', { 'X-Delete-After': 'soon' })).status).toBe(400);
  });

  it('may be more than is kept in memory', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    const big = 'tea '.repeat(100_000);
    expect((await put('/c/big', big)).headers.get('etag')).toBe(md5(big));
    expect((await ask('GET', '/c/big')).text === big).toBe(true);
    expect((await ask('GET', '/c/big', { headers: { range: 'bytes=399996-' } })).text).toBe('tea ');
  });

  it('are not more than a container is to have', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    const headers = { 'X-Container-Meta-Quota-Bytes': '4', 'X-Container-Meta-Quota-Count': '2' };
    await ask('PUT', '/c', { headers });
    expect((await put('/c/a', 'tea')).status).toBe(201);
    expect((await put('/c/b', 'tea')).status).toBe(413);
    expect((await put('/c/b', 't')).status).toBe(201);
    expect((await put('/c/d', '')).status).toBe(413);
    expect((await ask('POST', '/c', { headers: { 'X-Container-Meta-Quota-Bytes': 'many' } })).status).toBe(400);
  });
});

describe('copies', () => {
  it('take along what is said of an object, unless something else is', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    await put('/c/o', 'tea', { 'X-Object-Meta-A': '1', 'X-Object-Meta-B': '2', 'Content-Type': 'text/x' });
    const headers = { Destination: '/c/p%20q', 'X-Object-Meta-B': '3' };
    const copied = await ask('COPY', '/c/o', { headers });
    expect([copied.status, copied.headers.get('x-copied-from')]).toEqual([201, 'c/o']);
    const got = await ask('GET', '/c/p%20q');
    expect(got.text).toBe('tea');
    const shown = ['x-object-meta-a', 'x-object-meta-b', 'content-type'].map((name) => got.headers.get(name));
    expect(shown).toEqual(['1', '3', 'text/x']);
    expect((await ask('COPY', '/c/o', { headers: { ...headers, 'If-None-Match': '*' } })).status).toBe(304);
    await ask('PUT', '/c/r', { headers: { 'X-Copy-From': '/c/o', 'X-Fresh-Metadata': 'true', Range: 'bytes=1-2' } });
    const fresh = await ask('GET', '/c/r');
    expect([fresh.text, fresh.headers.get('x-object-meta-a')]).toEqual(['ea', null]);
  });

  it('want a source and a destination, and leave to go to both', async () => {
    const cloud = await startForTest();
    const { ask, put } = await swiftCaller(cloud);
    await put('/c/o', 'tea');
    expect((await ask('COPY', '/c/o')).status).toBe(412);
    expect((await ask('COPY', '/c/none', { headers: { Destination: 'c/p' } })).status).toBe(404);
    expect((await ask('COPY', '/c/o', { headers: { Destination: 'none/p' } })).status).toBe(404);
    const [, account] = cloud.accounts;
    const other = await swiftCaller(cloud, 'DFW', account);
    await other.ask('PUT', '/theirs');
    const headers = { 'X-Copy-From': 'c/o', 'X-Copy-From-Account': 'AUTH_111122223333' };
    expect((await other.ask('PUT', '/theirs/o', { headers })).status).toBe(403);
    await ask('POST', '/c', { headers: { 'X-Container-Read': `${account?.id}` } });
    expect((await other.ask('PUT', '/theirs/o', { headers })).status).toBe(201);
    expect((await other.ask('GET', '/theirs/o')).text).toBe('tea');
  });
});
