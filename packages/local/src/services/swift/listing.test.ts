import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../index.js';
import { startForTest } from '../../testing/clients.js';
import { type SwiftCaller, swiftCaller } from '../../testing/swift.js';

type Row = { readonly name?: string; readonly subdir?: string };

async function filled(...names: readonly string[]): Promise<SwiftCaller> {
  const caller = await swiftCaller(await startForTest());
  for (const name of names) await caller.put(`/c/${encodeURIComponent(name)}`, name);
  return caller;
}

async function names({ ask }: SwiftCaller, query: string): Promise<readonly string[]> {
  const answer = await ask('GET', `/c?format=json&${query}`);
  return answer.json<Row[]>().map(({ name, subdir }) => name ?? `[${subdir}]`);
}

describe('listings', () => {
  it('are in the order of bytes, in all directions', async () => {
    const caller = await filled('b', 'a', 'é', '\u{1F600}', '\uFF5E');
    expect(await names(caller, '')).toEqual(['a', 'b', 'é', '\uFF5E', '\u{1F600}']);
    expect(await names(caller, 'reverse=true')).toEqual(['\u{1F600}', '\uFF5E', 'é', 'b', 'a']);
    expect(await names(caller, 'marker=a&end_marker=%C3%A9')).toEqual(['b']);
    expect(await names(caller, 'reverse=on&marker=%C3%A9&end_marker=a')).toEqual(['b']);
    expect(await names(caller, 'limit=2')).toEqual(['a', 'b']);
    expect(await names(caller, 'limit=2&reverse=1')).toEqual(['\u{1F600}', '\uFF5E']);
  });

  it('fold names by a delimiter', async () => {
    const caller = await filled('a', 'p/', 'p/1', 'p/q/2', 'p/q/3', 'z/4');
    expect(await names(caller, 'delimiter=/')).toEqual(['a', '[p/]', '[z/]']);
    expect(await names(caller, 'delimiter=/&reverse=true')).toEqual(['[z/]', '[p/]', 'a']);
    expect(await names(caller, 'delimiter=/&prefix=p/')).toEqual(['p/', 'p/1', '[p/q/]']);
    expect(await names(caller, 'delimiter=/&marker=p/')).toEqual(['[z/]']);
    expect(await names(caller, 'delimiter=/&limit=2')).toEqual(['a', '[p/]']);
    expect(await names(caller, 'path=p')).toEqual(['p/1']);
    expect(await names(caller, 'path=')).toEqual(['a', 'p/']);
    expect(await names(caller, 'prefix=p/q')).toEqual(['p/q/2', 'p/q/3']);
  });

  it('come in three forms', async () => {
    const { ask } = await filled('<a>', 'b/c');
    const plain = await ask('GET', '/c');
    expect([plain.text, plain.headers.get('content-type')]).toEqual(['<a>\nb/c\n', 'text/plain; charset=utf-8']);
    const xml = await ask('GET', '/c?format=xml&delimiter=/');
    expect(xml.text).toContain('<object><name>&lt;a&gt;</name><hash>');
    expect(xml.text).toContain('<subdir name="b/"><name>b/</name></subdir></container>');
    const json = await ask('GET', '/c', { headers: { accept: 'application/json' } });
    expect(json.json<object[]>()[0]).toEqual({
      name: '<a>',
      hash: expect.stringMatching(/^[0-9a-f]{32}$/),
      bytes: 3,
      content_type: 'application/octet-stream',
      last_modified: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{5}0$/),
    });
    expect((await ask('GET', '/c', { headers: { accept: 'image/png' } })).status).toBe(406);
  });

  it('have 204 only in plain text, and 412 above 10,000 names', async () => {
    const { ask } = await swiftCaller(await startForTest());
    await ask('PUT', '/c');
    expect((await ask('GET', '/c')).status).toBe(204);
    const json = await ask('GET', '/c?format=json');
    expect([json.status, json.text]).toEqual([200, '[]']);
    expect((await ask('GET', '/c?limit=10001')).status).toBe(412);
    expect((await ask('GET', '/c?limit=10000&format=json')).status).toBe(200);
    expect((await ask('GET', '/none?format=json')).status).toBe(404);
  });

  it('lag when asked, counts too', async () => {
    const clock = new ManualClock();
    const cloud = await startForTest({ clock, swiftListingTime: 500 });
    const caller = await swiftCaller(cloud);
    await caller.put('/c/o', 'tea');
    expect(await names(caller, '')).toEqual([]);
    expect((await caller.ask('GET', '/c/o')).text).toBe('tea');
    clock.advance(500);
    expect(await names(caller, '')).toEqual(['o']);
    await caller.ask('DELETE', '/c/o');
    expect((await caller.ask('HEAD', '/c')).headers.get('x-container-object-count')).toBe('1');
    expect((await caller.ask('GET', '/c/o')).status).toBe(404);
    expect((await caller.ask('DELETE', '/c')).status).toBe(409);
    clock.advance(500);
    expect((await caller.ask('DELETE', '/c')).status).toBe(204);
  });
});
