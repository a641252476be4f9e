import { isBudgetError, isUnsupportedError } from '@proj/core/store';
import { expect, test } from 'vitest';
import { rackspace } from '../auth/rackspace.js';
import { cloudFiles } from '../cloud-files.js';
import { isUnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import { oneContainer, setOn, swiftIn } from '../testing/swift.js';

const thrown = (error: unknown): unknown => error;
const names = ['a', 'b/1', 'b/2', 'b/3', 'c', 'd/1', 'e', 'é', '✓'];

/** A container with these names, whose pages are of three. */
async function filled(pageSize = 3) {
  const { swift, container } = await oneContainer({ pageSize });
  for (const name of names)
    await container.object(name).put(name, { contentType: `text/${name.length}`, metadata: { of: name } });
  swift.asked.length = 0;
  return { swift, container };
}

test('rows have what is asked for, over pages, in order, and the content type costs nothing', async () => {
  const { container } = await filled();
  const rows = container.list({ with: ['size', 'contentType', 'etag', 'modified'], parallel: 1 });
  const all = await rows.toArray();
  expect(all.map(({ name }) => name)).toEqual(names);
  expect(all[1]).toEqual({
    name: 'b/1',
    size: 3,
    contentType: 'text/3',
    etag: expect.stringMatching(/^[0-9a-f]{32}$/),
    modified: new Date('2026-11-25T10:00:00.123Z'),
  });
  // A page that is full may be the last: nobody knows until the next one is empty.
  expect(rows.spent).toEqual({ total: 4, by: { LIST: 4 } });
});

test('ranges are bounded by the service, and listed side by side', async () => {
  const { swift, container } = await filled();
  expect((await container.list({ after: 'b/1', before: 'e' }).toArray()).map(({ name }) => name)).toEqual([
    'b/2',
    'b/3',
    'c',
    'd/1',
  ]);
  expect(swift.lines.every((line) => line.includes('end_marker='))).toBe(true);
  expect((await container.list({ parallel: 4 }).toArray()).map(({ name }) => name)).toEqual(names);
});

test('folders come in their places', async () => {
  const { container } = await filled();
  const rows = await container.list({ delimiter: '/' }).toArray();
  expect(rows).toEqual([
    { name: 'a' },
    { prefix: 'b/' },
    { name: 'c' },
    { prefix: 'd/' },
    { name: 'e' },
    { name: 'é' },
    { name: '✓' },
  ]);
});

test('what costs a request for each name is paid for, and no more than the budget', async () => {
  const { container } = await filled(100);
  const paid = container.list({ prefix: 'b/', with: ['metadata'], budget: { maxRequests: 4 } });
  expect((await paid.toArray()).map(({ metadata }) => metadata['of'])).toEqual(['b/1', 'b/2', 'b/3']);
  expect(paid.spent).toEqual({ total: 4, by: { LIST: 1, HEAD: 3 } });
  const short = container.list({ with: ['metadata'], budget: { maxRequests: 4 } });
  expect(isBudgetError(await short.toArray().catch(thrown))).toBe(true);
});

test('a plan has a number, by one HEAD of the container', async () => {
  const { swift, container } = await filled(100);
  expect(await container.list.plan()).toMatchObject({
    basis: 'counted',
    spentPlanning: 1,
    requests: { min: 1, max: 1 },
  });
  expect(swift.lines).toEqual(['HEAD /DFW/v1/AUTH_test/reports']);
});

test('backwards it begins at the last name, and its bounds change places', async () => {
  const { swift, container } = await filled();
  const back: string[] = [];
  for await (const row of container.reversed({ after: 'a', before: '✓' }))
    back.push('name' in row ? row.name : row.prefix);
  expect(back).toEqual(names.slice(1, -1).reverse());
  expect(swift.lines[0]).toContain('reverse=true&marker=%E2%9C%93&end_marker=a');
  const everywhere = await cloudFiles(rackspace({ username: 'u', apiKey: 'secret', authUrl: `${swift.url}/v2.0` }));
  const none = everywhere.at('DFW').container('reports').reversed().next();
  expect(isUnsupportedError(await none.catch(thrown))).toBe(true);
});

test('a listing that is none is an error that says where', async () => {
  const { swift, container } = await oneContainer();
  for (const body of ['<html>', '{}', '[{ "id": 1 }]']) {
    swift.before = () => ({ status: 200, body });
    const error = await container.list().toArray().catch(thrown);
    expect(isUnexpectedAnswerError(error)).toBe(true);
    expect(String(error)).toContain('list in DFW: the answer');
  }
});

test('containers are listed over pages, and by what their names begin with', async () => {
  const swift = await swiftIn('DFW');
  const account = (await setOn(swift, { pageSize: 2 })).at('DFW');
  for (const name of ['a b', 'é', 'x1', 'x2']) await account.createContainer(name);
  expect((await account.containers()).map(({ name }) => name)).toEqual(['a b', 'x1', 'x2', 'é']);
  expect((await account.containers({ prefix: 'x', after: 'x1' })).map(({ name }) => name)).toEqual(['x2']);
});

test('many are deleted by one request, and each is told of', async () => {
  const { swift, container } = await filled(100);
  const outcomes: unknown[] = [];
  for await (const outcome of container.deleteObjects(['a', 'none', 'é'])) outcomes.push(outcome);
  expect(outcomes).toEqual(['a', 'none', 'é'].map((name) => ({ name, error: undefined })));
  expect(swift.asked[0]?.body.toString()).toBe('reports/a\nreports/none\nreports/%C3%A9\n');
  const body = {
    'Number Deleted': 1,
    'Response Status': '400 Bad Request',
    Errors: [['/reports/%C3%A9', '403 Forbidden']],
  };
  swift.before = () => ({ status: 200, body: `\r\n\r\n${JSON.stringify(body)}` });
  outcomes.length = 0;
  for await (const outcome of container.deleteObjects(['a', 'é'])) outcomes.push(outcome);
  expect(outcomes).toEqual([
    { name: 'a', error: undefined },
    { name: 'é', error: '403 Forbidden' },
  ]);
});

test('a bulk request that stopped half way says so', async () => {
  const { swift, container } = await oneContainer();
  swift.before = () => ({
    status: 200,
    body: '{"Number Deleted": 1, "Response Status": "400 Bad Request", "Errors": [["/a", "409"]]}',
  });
  const attempt = container.deleteObjects(['a', 'b', 'c']).next();
  await expect(attempt).rejects.toThrow('says of 2 of 3 names');
});
