import { gzipSync } from 'node:zlib';
import tar from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { startForTest } from '../../testing/clients.js';
import { swiftCaller } from '../../testing/swift.js';

const accept = { accept: 'application/json' };

async function archive(files: Readonly<Record<string, string>>): Promise<Buffer<ArrayBuffer>> {
  const pack = tar.pack();
  for (const [name, content] of Object.entries(files)) pack.entry({ name }, content);
  pack.entry({ name: 'folder/', type: 'directory' });
  pack.finalize();
  const parts: Uint8Array[] = [];
  for await (const part of pack) if (part instanceof Uint8Array) parts.push(part);
  return Buffer.concat(parts);
}

describe('bulk delete', () => {
  it('is always 200, and says what became of each name', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    await put('/c/a', '1');
    await put('/c/%C3%A4', '2');
    await put('/full/a', '3');
    const headers = { ...accept, 'content-type': 'text/plain' };
    const body = '/c\nc/a\n/c/%C3%A4\n\nc/none\nfull\n';
    const { status, json } = await ask('POST', '?bulk-delete', { headers, body });
    expect([status, json()]).toEqual([
      200,
      {
        'Response Status': '400 Bad Request',
        'Response Body': '',
        'Number Deleted': 3,
        'Number Not Found': 1,
        Errors: [['full', '409 Conflict']],
      },
    ]);
    expect((await ask('GET', '')).text).toBe('full\n');
    const plain = await ask('DELETE', '?bulk-delete', { headers: { 'content-type': 'text/plain' }, body: 'full/a' });
    expect(plain.text).toBe(
      'Number Deleted: 1\nNumber Not Found: 0\nResponse Body: \nResponse Status: 200 OK\nErrors:\n',
    );
  });

  it('says in its body that it was refused', async () => {
    const { ask } = await swiftCaller(await startForTest());
    const report = async (body: string, type = 'text/plain') => {
      const headers = { ...accept, 'content-type': type };
      const { status, json } = await ask('POST', '?bulk-delete=1', { headers, body });
      return [status, json<Record<string, unknown>>()['Response Status']];
    };
    expect(await report('')).toEqual([200, '400 Bad Request']);
    expect(await report('c/o', 'text/html')).toEqual([200, '406 Not Acceptable']);
    expect(await report('c/o\n'.repeat(10_001))).toEqual([200, '413 Request Entity Too Large']);
    expect((await ask('POST', '?bulk-delete', { headers: accept, body: 'c/o', token: null })).json()).toMatchObject({
      'Response Status': '401 Unauthorized',
    });
  });
});

describe('archives', () => {
  it('are unpacked into containers', async () => {
    const { ask } = await swiftCaller(await startForTest());
    const body = await archive({ './one/a.txt': 'A', 'one/b/c': 'BC', 'two/d': '', stray: 'x' });
    const { status, json } = await ask('PUT', '?extract-archive=tar', { headers: accept, body });
    expect([status, json()]).toMatchObject([200, { 'Response Status': '201 Created', 'Number Files Created': 3 }]);
    expect((await ask('GET', '/one')).text).toBe('a.txt\nb/c\n');
    const got = await ask('GET', '/one/a.txt');
    expect([got.text, got.headers.get('content-type')]).toEqual(['A', 'text/plain']);
  });

  it('are unpacked below a name, compressed or not', async () => {
    const { ask } = await swiftCaller(await startForTest());
    const body = gzipSync(await archive({ a: 'A', 'b/c': 'BC' }));
    const headers = { ...accept, 'content-type': 'text/x' };
    const done = await ask('PUT', '/c/deep/in?extract-archive=tar.gz', { headers, body });
    expect(done.json()).toMatchObject({ 'Number Files Created': 2, Errors: [] });
    expect((await ask('GET', '/c')).text).toBe('deep/in/a\ndeep/in/b/c\n');
    expect((await ask('HEAD', '/c/deep/in/a')).headers.get('content-type')).toBe('text/x');
  });

  it('say of each file what its attributes say', async () => {
    const { ask } = await swiftCaller(await startForTest());
    const pack = tar.pack();
    const pax = { 'SCHILY.xattr.user.meta.Colour': 'red', 'SCHILY.xattr.user.mime_type': 'text/x' };
    const header = { name: 'c/o', pax };
    pack.entry(header, 'tea');
    pack.finalize();
    const parts: Uint8Array[] = [];
    for await (const part of pack) if (part instanceof Uint8Array) parts.push(part);
    await ask('PUT', '?extract-archive=tar', { body: Buffer.concat(parts), headers: { 'X-Delete-After': '60' } });
    const { headers } = await ask('HEAD', '/c/o');
    const shown = ['x-object-meta-colour', 'content-type', 'x-delete-at'].map((name) => headers.get(name));
    expect(shown).toEqual(['red', 'text/x', expect.stringMatching(/^\d+$/)]);
  });

  it('say in the report what is wrong with them', async () => {
    const { ask } = await swiftCaller(await startForTest());
    const status = async (kind: string, body: Uint8Array<ArrayBuffer>) => {
      const answer = await ask('PUT', `/c?extract-archive=${kind}`, { headers: accept, body });
      return [answer.status, answer.json<Record<string, unknown>>()['Response Status']];
    };
    expect((await ask('PUT', '/c?extract-archive=zip', { body: 'x' })).status).toBe(400);
    expect(await status('tar.gz', Buffer.from('no archive'))).toEqual([200, '400 Bad Request']);
    expect(await status('tar', Buffer.alloc(1024))).toEqual([200, '400 Bad Request']);
    const long = await archive({ [`${'n'.repeat(99)}/`.repeat(11)]: 'x', good: 'x' });
    expect(await status('tar', long)).toEqual([200, '400 Bad Request']);
  });
});
