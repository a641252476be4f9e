import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../index.js';
import { startForTest } from '../../testing/clients.js';
import { type SwiftCaller, send, swiftCaller } from '../../testing/swift.js';

const clock = new ManualClock();
const until = Math.floor(clock.now() / 1000) + 60;

async function withKey(): Promise<SwiftCaller> {
  const caller = await swiftCaller(await startForTest({ clock }));
  await caller.ask('POST', '', { headers: { 'X-Account-Meta-Temp-URL-Key': 'secret' } });
  await caller.put('/c/tea/green.txt', 'green', { 'X-Object-Meta-A': '1', 'X-Object-Meta-Public-B': '2' });
  return caller;
}

function sign(text: string, key = 'secret', digest = 'sha256'): string {
  return createHmac(digest, key).update(text).digest('hex');
}

const own = '/v1/AUTH_111122223333/c/tea/green.txt';

describe('signed addresses', () => {
  it('let in whoever has one, until they are over', async () => {
    const { url } = await withKey();
    const query = `temp_url_sig=${sign(`GET\n${until}\n${own}`)}&temp_url_expires=${until}`;
    const got = await send('GET', `${url}/c/tea/green.txt?${query}`, {});
    expect([got.status, got.text]).toEqual([200, 'green']);
    expect(got.headers.get('content-disposition')).toBe(`attachment; filename="green.txt"; filename*=UTF-8''green.txt`);
    expect([got.headers.get('x-object-meta-a'), got.headers.get('x-object-meta-public-b')]).toEqual([null, '2']);
    const named = await send('HEAD', `${url}/c/tea/green.txt?${query}&filename=t%C3%A9.txt&inline`, {});
    expect(named.headers.get('content-disposition')).toBe(
      `inline; filename="t%C3%A9.txt"; filename*=UTF-8''t%C3%A9.txt`,
    );
    expect((await send('PUT', `${url}/c/tea/green.txt?${query}`, { body: 'x' })).status).toBe(401);
    expect((await send('GET', `${url}/c/tea/black.txt?${query}`, {})).status).toBe(401);
    const late = Math.floor(clock.now() / 1000) - 1;
    const over = `temp_url_sig=${sign(`GET\n${late}\n${own}`)}&temp_url_expires=${late}`;
    expect((await send('GET', `${url}/c/tea/green.txt?${over}`, {})).status).toBe(401);
  });

  it('are signed by SHA-256 or SHA-512, over either path, with a time in either form', async () => {
    const { url } = await withKey();
    const get = async (signature: string, expires: string | number = until) =>
      (await send('GET', `${url}/c/tea/green.txt?temp_url_sig=${signature}&temp_url_expires=${expires}`, {})).status;
    const text = `GET\n${until}\n${own}`;
    expect(await get(sign(text, 'secret', 'sha1'))).toBe(401);
    expect(await get(sign(text, 'secret', 'sha512'))).toBe(200);
    expect(await get(`sha512:${Buffer.from(sign(text, 'secret', 'sha512'), 'hex').toString('base64url')}`)).toBe(200);
    expect(await get(sign(`GET\n${until}\n/swift/DFW${own}`))).toBe(200);
    expect(await get(sign(text), new Date(until * 1000).toISOString().replace('.000', ''))).toBe(200);
    expect(await get(sign(text, 'another'))).toBe(401);
  });

  it('open a prefix, or are for some addresses only', async () => {
    const { url, ask } = await withKey();
    await ask('POST', '/c', { headers: { 'X-Container-Meta-Temp-URL-Key-2': 'theirs' } });
    const prefixed = sign(`PUT\n${until}\nprefix:/v1/AUTH_111122223333/c/tea/`, 'theirs');
    const query = `temp_url_sig=${prefixed}&temp_url_expires=${until}&temp_url_prefix=tea/`;
    expect((await send('PUT', `${url}/c/tea/white?${query}`, { body: 'white' })).status).toBe(201);
    expect((await send('PUT', `${url}/c/coffee?${query}`, { body: 'x' })).status).toBe(401);
    const headers = { 'X-Object-Manifest': 'secret/segments' };
    expect((await send('PUT', `${url}/c/tea/white?${query}`, { body: '', headers })).status).toBe(400);
    const from = async (range: string) => {
      const signature = sign(`ip=${range}\nGET\n${until}\n${own}`);
      const ip = `temp_url_sig=${signature}&temp_url_expires=${until}&temp_url_ip_range=${range}`;
      return (await send('GET', `${url}/c/tea/green.txt?${ip}`, {})).status;
    };
    expect([await from('127.0.0.0/8'), await from('10.0.0.1')]).toEqual([200, 401]);
  });
});

describe('signed forms', () => {
  const fields = (change: Record<string, string> = {}) => {
    const path = '/v1/AUTH_111122223333/c/up/';
    const all = { redirect: '', max_file_size: '10', max_file_count: '2', expires: String(until), ...change };
    const signature = sign([path, all.redirect, all.max_file_size, all.max_file_count, all.expires].join('\n'));
    return { ...all, signature, ...change };
  };

  async function submit({ url }: SwiftCaller, values: Record<string, string>, files: Record<string, string>) {
    const form = new FormData();
    for (const [name, value] of Object.entries(values)) form.append(name, value);
    for (const [name, content] of Object.entries(files)) form.append('file', new Blob([content]), name);
    const answer = await fetch(`${url}/c/up/`, { method: 'POST', body: form, redirect: 'manual' });
    return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
  }

  it('put their files', async () => {
    const caller = await withKey();
    expect((await submit(caller, fields(), { 'a.txt': 'A', 'b.txt': 'B' })).status).toBe(201);
    expect((await caller.ask('GET', '/c?prefix=up/')).text).toBe('up/a.txt\nup/b.txt\n');
    expect((await caller.ask('GET', '/c/up/b.txt')).text).toBe('B');
    const redirected = await submit(caller, fields({ redirect: 'http://example.com/done' }), { c: 'C' });
    expect([redirected.status, redirected.location]).toEqual([303, 'http://example.com/done?status=201&message=']);
  });

  it('are refused when they are not what was signed', async () => {
    const caller = await withKey();
    expect(await submit(caller, fields({ signature: sign('x') }), { a: 'A' })).toMatchObject({ status: 401 });
    expect(await submit(caller, fields({ expires: '1' }), { a: 'A' })).toMatchObject({
      status: 401,
      text: 'FormPost: Form Expired',
    });
    expect(await submit(caller, fields(), { a: 'more than ten bytes' })).toMatchObject({
      status: 400,
      text: 'FormPost: max_file_size exceeded',
    });
    expect((await submit(caller, fields(), { a: 'A', b: 'B', c: 'C' })).text).toBe(
      '400 Bad Request\r\nFormPost: Max File Count Exceeded',
    );
    expect((await submit(caller, fields(), {})).text).toBe('400 Bad Request\r\nFormPost: No Files To Process');
  });
});
