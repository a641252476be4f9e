import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../index.js';
import { startForTest } from '../../testing/clients.js';
import { httpText } from '../../testing/raw-request.js';
import { swiftCaller } from '../../testing/swift.js';

/** Begins a request, and leaves when the cloud has it. */
async function leave(
  cloud: LocalCloud,
  line: readonly [string, string],
  headers: Record<string, string>,
  body: string,
) {
  const { hostname, port, host } = new URL(cloud.url);
  const socket = connect({ host: hostname, port: Number(port) });
  const before = cloud.requests.total;
  socket.write(httpText(line[0], line[1], { host, 'content-length': '999999', ...headers }, body));
  await cloud.requests.waitFor({}, before + 1);
  socket.destroy();
  await once(socket, 'close');
}

describe('what breaks off', () => {
  it('leaves nothing, and lets others go on', async () => {
    const cloud = await startForTest();
    const { ask, put, url, token } = await swiftCaller(cloud);
    await put('/c/o', 'tea');
    const at = (path: string) => `${new URL(url).pathname}${path}`;
    const own = { 'x-auth-token': token };
    const form = '--edge\r\ncontent-disposition: form-data; name="file"; filename="f"\r\n\r\n';
    const type = { 'content-type': 'multipart/form-data; boundary=edge' };
    await leave(cloud, ['PUT', at('/c/part')], own, 'x'.repeat(100_000));
    await leave(cloud, ['POST', at('/c/up')], type, `${form}${'x'.repeat(100_000)}`);
    for (const kind of ['tar', 'tar.gz']) {
      await leave(cloud, ['PUT', at(`/c?extract-archive=${kind}`)], own, 'x'.repeat(1000));
    }
    await leave(cloud, ['POST', at('?bulk-delete')], { ...own, 'content-type': 'text/plain' }, 'c/o');
    await leave(cloud, ['PUT', at('/c/slo?multipart-manifest=put')], own, '[');
    await leave(cloud, ['POST', '/identity/v3/auth/tokens'], {}, '{');
    expect((await ask('GET', '/c')).text).toBe('o\n');
  });

  it('does not stand in the way of the next request', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    await put('/c/o', 'tea');
    const big = 'x'.repeat(1_000_000);
    expect((await ask('PUT', '/none/o', { body: big })).status).toBe(404);
    expect((await ask('PUT', '/c/o', { body: big, headers: { 'If-None-Match': '*' } })).status).toBe(412);
    expect((await ask('PUT', '/c/o', { body: big, token: null })).status).toBe(401);
    expect((await ask('GET', '/c/o')).text).toBe('tea');
  });
});
