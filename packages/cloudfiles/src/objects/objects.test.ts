import { expect, test } from 'vitest';
import { isPreconditionFailedError } from '../errors/status-errors.js';
import { oneContainer, setOn, swiftIn } from '../testing/swift.js';
import { isObjectHandle } from './object-handle.js';

const thrown = (error: unknown): unknown => error;

test('an object keeps its bytes, its type and its metadata, and goes with its MD5', async () => {
  const { swift, container } = await oneContainer();
  const object = container.object('a folder/é.txt');
  const expiresAt = new Date('2030-01-01T00:00:00Z');
  const written = await object.put('hello', { contentType: 'text/plain', metadata: { Colour: 'blå' }, expiresAt });
  expect(written).toEqual({
    name: 'a folder/é.txt',
    etag: '5d41402abc4b2a76b9719d911017c592',
    size: 5,
    versionId: undefined,
  });
  expect(swift.asked[0]?.headers).toMatchObject({
    etag: written.etag,
    'content-length': '5',
    'x-delete-at': '1893456000',
  });
  expect(await object.head()).toMatchObject({
    size: 5,
    kind: 'plain',
    contentType: 'text/plain',
    metadata: { colour: 'blå' },
    expiresAt,
    modified: new Date(1_764_064_800_123),
  });
});

test('parts of it are read, and conditions hold or are errors', async () => {
  const { container } = await oneContainer();
  const object = container.object('o');
  const { etag } = await object.put('hello');
  const ranges = [{ start: 1, end: 3 }, { start: 3 }, { last: 2 }];
  const read = ranges.map(async (range) => {
    const { info, length, text } = await object.get({ range });
    return [info.size, length, await text()];
  });
  expect(await Promise.all(read)).toEqual([
    [5, 3, 'ell'],
    [5, 2, 'lo'],
    [5, 2, 'lo'],
  ]);
  expect(await (await object.get({ ifMatch: etag })).text()).toBe('hello');
  expect(isPreconditionFailedError(await object.get({ ifMatch: 'other' }).catch(thrown))).toBe(true);
  await expect(object.head({ ifNoneMatch: etag })).rejects.toMatchObject({ status: 304 });
  expect(isPreconditionFailedError(await object.put('x', { ifNoneMatch: '*' }).catch(thrown))).toBe(true);
});

test('setting attributes takes away what is not named; updating metadata reads them first', async () => {
  const { swift, container } = await oneContainer();
  const object = container.object('o');
  await object.put('x', { contentType: 'text/plain', contentEncoding: 'gzip', metadata: { a: '1', b: '2' } });
  swift.asked.length = 0;
  await object.updateMetadata({ B: '3', a: undefined, c: '4' });
  expect(swift.lines.map((line) => line.split(' ')[0])).toEqual(['HEAD', 'POST']);
  expect(await object.head()).toMatchObject({ contentEncoding: 'gzip', metadata: { b: '3', c: '4' } });
  await object.setAttributes({ metadata: { only: 'this' } });
  const { contentType, contentEncoding, metadata } = await object.head();
  expect([contentType, contentEncoding, metadata]).toEqual(['text/plain', undefined, { only: 'this' }]);
});

test('a copy is made by the service, within its region', async () => {
  const swift = await swiftIn('DFW', 'ORD');
  const everywhere = await setOn(swift);
  const [here, there] = await Promise.all(['DFW', 'ORD'].map((region) => everywhere.at(region).createContainer('c')));
  if (here === undefined || there === undefined) throw new Error('there are two');
  await here.object('é/from').put('hello', { metadata: { a: '1' } });
  await here.object('é/from').copyTo(here.object('to ü'), { metadata: { b: '2' } });
  expect(await here.object('to ü').head()).toMatchObject({ size: 5, metadata: { a: '1', b: '2' } });
  expect(swift.asked.find(({ method }) => method === 'COPY')?.headers['destination']).toBe('/c/to%20%C3%BC');
  await expect(here.object('é/from').copyTo(there.object('to'))).rejects.toThrow('is of another region');
});

test('what is not there is deleted already; what is plain costs one request more than to keep segments', async () => {
  const { swift, container } = await oneContainer();
  await container.object('none').delete();
  await container.object('o').put('x');
  swift.asked.length = 0;
  await container.object('o').delete();
  await container.object('o').delete({ segments: 'keep' });
  expect(swift.lines.map((line) => line.split(' ')[0])).toEqual(['HEAD', 'DELETE', 'DELETE']);
});

test('a large object whose segments stay is told of, and which', async () => {
  const { swift, container } = await oneContainer();
  const report = {
    'Number Deleted': 1,
    'Response Status': '400 Bad Request',
    Errors: [['/s/%C3%A9', '403 Forbidden']],
  };
  swift.before = ({ method }) => {
    if (method === 'HEAD') return { status: 200, headers: { 'x-static-large-object': 'True' } };
    return { status: 200, body: JSON.stringify(report) };
  };
  await expect(container.object('o').delete()).rejects.toThrow('1 names are left, the first /s/é (403 Forbidden)');
});

test.each<[string, object]>([
  ['put', { contentType: 'a\r\nb' }],
  ['put', { ifMatch: 'etag' }],
  ['put', { expiresAt: new Date(), expiresAfter: 5 }],
  ['put', { expiresAfter: 0 }],
  ['get', { range: { start: 3, end: 2 } }],
  ['get', { range: { last: 0 } }],
])('%s with %j is refused before a request', async (method, options) => {
  const { swift, container } = await oneContainer();
  const object = container.object('o');
  const attempt = method === 'put' ? object.put('x', options) : object.get(options);
  await expect(attempt).rejects.toMatchObject({ name: 'OptionError' });
  expect([swift.asked, isObjectHandle(object), isObjectHandle({})]).toEqual([[], true, false]);
});
