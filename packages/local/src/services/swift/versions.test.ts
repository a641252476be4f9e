import { describe, expect, it } from 'vitest';
import { startForTest } from '../../testing/clients.js';
import { type SwiftCaller, swiftCaller } from '../../testing/swift.js';

interface VersionRow {
  readonly name: string;
  readonly version_id: string;
  readonly is_latest: boolean;
  readonly content_type: string;
}

async function listed({ ask }: SwiftCaller): Promise<readonly VersionRow[]> {
  return (await ask('GET', '/c?versions&format=json')).json<VersionRow[]>();
}

describe('versions', () => {
  it('are kept, listed, read and deleted', async () => {
    const caller = await swiftCaller(await startForTest());
    const { ask, put } = caller;
    await put('/c/o', 'before');
    await ask('POST', '/c', { headers: { 'X-Versions-Enabled': 'true' } });
    expect((await ask('HEAD', '/c')).headers.get('x-versions-enabled')).toBe('True');
    const first = (await put('/c/o', 'first')).headers.get('x-object-version-id');
    const second = (await put('/c/o', 'second')).headers.get('x-object-version-id');
    expect((await listed(caller)).map((row) => [row.version_id, row.is_latest])).toEqual([
      [second, true],
      [first, false],
      ['null', false],
    ]);
    expect((await ask('GET', '/c')).text).toBe('o\n');
    expect((await ask('GET', '/c?format=json')).json()).toMatchObject([
      { name: 'o', bytes: 6, symlink_path: `/v1/AUTH_111122223333/c/o?version-id=${second}`, version_symlink: true },
    ]);
    expect((await ask('HEAD', '/c')).headers.get('x-container-bytes-used')).toBe('17');
    expect((await ask('GET', `/c/o?version-id=${first}`)).text).toBe('first');
    expect((await ask('GET', '/c/o?version-id=null')).text).toBe('before');
    const gone = await ask('DELETE', '/c/o');
    const marker = gone.headers.get('x-object-version-id');
    expect([gone.status, (await ask('GET', '/c/o')).status]).toEqual([204, 404]);
    expect((await listed(caller))[0]).toMatchObject({
      version_id: marker,
      is_latest: true,
      content_type: 'application/x-deleted;swift_versions_deleted=1',
    });
    expect((await ask('GET', `/c/o?version-id=${marker}`)).status).toBe(404);
    expect((await ask('DELETE', '/c')).status).toBe(409);
    for (const id of [first, second, 'null', marker]) {
      expect((await ask('DELETE', `/c/o?version-id=${id}`)).status).toBe(204);
    }
    expect((await ask('DELETE', '/c')).status).toBe(204);
  });

  it('are listed page by page', async () => {
    const { ask, put } = await swiftCaller(await startForTest());
    await ask('PUT', '/c', { headers: { 'X-Versions-Enabled': 'true' } });
    for (const name of ['a', 'a', 'b', 'd/1']) await put(`/c/${name}`, name);
    const page = async (query: string) => (await ask('GET', `/c?versions&format=json&${query}`)).json<VersionRow[]>();
    const [newest] = await page('limit=1');
    const rest = await page(`marker=a&version_marker=${newest?.version_id}&delimiter=/`);
    expect(rest).toMatchObject([{ name: 'a', is_latest: false }, { name: 'b' }, { subdir: 'd/' }]);
    expect((await ask('GET', '/c?versions&version_marker=null')).status).toBe(400);
  });
});

describe('old versions', () => {
  async function kept(header: string): Promise<SwiftCaller> {
    const caller = await swiftCaller(await startForTest());
    await caller.ask('PUT', '/old');
    await caller.ask('PUT', '/c', { headers: { [header]: 'old' } });
    for (const text of ['1', '2', '3']) await caller.put('/c/name', text);
    return caller;
  }

  it('come back from a stack', async () => {
    const { ask } = await kept('X-Versions-Location');
    expect((await ask('GET', '/old')).text).toMatch(/^(004name\/\d{10}\.\d{5}\n){2}$/);
    await ask('DELETE', '/c/name');
    expect((await ask('GET', '/c/name')).text).toBe('2');
    await ask('DELETE', '/c/name');
    await ask('DELETE', '/c/name');
    expect((await ask('GET', '/c/name')).status).toBe(404);
    expect((await ask('GET', '/old')).status).toBe(204);
  });

  it('stay in a history', async () => {
    const { ask } = await kept('X-History-Location');
    expect((await ask('DELETE', '/c/name')).status).toBe(204);
    expect((await ask('GET', '/c/name')).status).toBe(404);
    const rows = (await ask('GET', '/old?format=json')).json<VersionRow[]>();
    expect(rows.map((row) => row.content_type === 'application/x-deleted;swift_versions_deleted=1')).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('do not go with the new ones', async () => {
    const { ask } = await kept('X-Versions-Location');
    expect((await ask('POST', '/c', { headers: { 'X-Versions-Enabled': 'true' } })).status).toBe(400);
    const both = { 'X-Versions-Location': 'old', 'X-History-Location': 'old' };
    expect((await ask('POST', '/c', { headers: both })).status).toBe(400);
    expect((await ask('POST', '/c', { headers: { 'X-History-Location': 'old' } })).status).toBe(204);
    const { headers } = await ask('HEAD', '/c');
    expect([headers.get('x-versions-location'), headers.get('x-history-location')]).toEqual([null, 'old']);
  });
});
