import { isCancelledError, isTimeOverError } from '@proj/core';
import { expect, test } from 'vitest';
import { isHttpStatusError } from '../errors/http-status-error.js';
import { isRepeatingTokenError } from '../errors/repeating-token-error.js';
import { isUnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import type { PagingOptions } from '../listing/paging-options.js';
import { type Far, markerOf, pageOf, serve, setOn } from '../testing/server.js';
import { isContainer } from './container.js';
import type { ContainersOptions } from './list-containers.js';

const thrown = (error: unknown): unknown => error;

/** Pages of one container each, to the end of the list. */
const pages = (...names: readonly string[]): Far => {
  return (request, response) => {
    const marker = markerOf(request);
    const name = names[marker === undefined ? 0 : names.indexOf(marker) + 1];
    response.end(name === undefined ? '[]' : pageOf(name));
  };
};

/** The north of a service, and the service. */
async function northOf(far: Far) {
  const server = await serve(far);
  return { server, north: setOn(server, ['north']).at('north') };
}

test('a listing follows the markers until a page is empty', async () => {
  const { server, north } = await northOf(pages('a', 'b/ü'));
  const containers = await north.containers();
  expect(containers.map(({ region, id, raw }) => [region, id, raw])).toEqual([
    ['north', 'a', { name: 'a' }],
    ['north', 'b/ü', { name: 'b/ü' }],
  ]);
  expect(containers.every(isContainer)).toBe(true);
  expect([undefined, 'a', {}].some(isContainer)).toBe(false);
  expect(server.asked).toEqual([
    '/north/containers?limit=100',
    '/north/containers?limit=100&marker=a',
    '/north/containers?limit=100&marker=b%2F%C3%BC',
  ]);
});

test('pages come one by one, begin where they are told to, and have the size that was asked for', async () => {
  const { server, north } = await northOf(pages('a', 'b', 'c'));
  const stream = north.paginateContainers({}, { startingToken: 'a', pageSize: 5 });
  expect(server.asked).toEqual([]);
  for await (const { containers, nextToken } of stream) {
    expect([containers.map(({ id }) => id), nextToken]).toEqual([['b'], 'b']);
    break;
  }
  expect(server.asked).toEqual(['/north/containers?limit=5&marker=a']);
});

test('a service that does not look at the marker ends the listing with an error', async () => {
  const { server, north } = await northOf((_, response) => void response.end(pageOf('a')));
  const error = await north.containers().catch(thrown);
  expect(isRepeatingTokenError(error)).toBe(true);
  expect(error).toMatchObject({ operation: 'listContainers', region: 'north', token: 'a' });
  expect(server.asked).toHaveLength(2);
});

test.each([
  ['<html>', 'is no JSON'],
  ['{}', 'is no list'],
  ['[{ "id": 1 }]', 'without its name'],
  ['[{ "name": "" }]', 'without its name'],
  ['[null]', 'without its name'],
])('an answer of %s is an error that says where', async (body, what) => {
  const { north } = await northOf((_, response) => void response.end(body));
  const error = await north.containers().catch(thrown);
  expect(isUnexpectedAnswerError(error)).toBe(true);
  expect(String(error)).toContain('listContainers in north: the answer');
  expect(String(error)).toContain(what);
});

test.each([
  [404, 'look whether the endpoint is right'],
  [403, 'other credentials'],
  [503, 'try again later'],
])('status %d is an error that says what to do', async (status, advice) => {
  const { north } = await northOf((_, response) => void response.writeHead(status).end());
  const error = await north.containers().catch(thrown);
  expect(isHttpStatusError(error)).toBe(true);
  expect(error).toMatchObject({ status, region: 'north', message: expect.stringContaining(advice) });
});

test('a redirect is not followed', async () => {
  const { server, north } = await northOf((_, response) => void response.writeHead(302, { location: '/other' }).end());
  await expect(north.containers()).rejects.toMatchObject({ name: 'HttpStatusError', status: 302 });
  expect(server.asked).toHaveLength(1);
});

test('a service that is silent is left when the time is over', async () => {
  const { north } = await northOf(() => {});
  const error = await north.containers({ timeout: 20 }).catch(thrown);
  expect(isTimeOverError(error)).toBe(true);
  expect(error).toMatchObject({ milliseconds: 20 });
});

test('a signal ends a request under way, and lets none begin when it has aborted', async () => {
  const leaving = new AbortController();
  const reason = new Error('enough');
  const { server, north } = await northOf(() => leaving.abort(reason));
  for (const _ of ['under way', 'not begun']) {
    const error = await north.containers({ signal: leaving.signal }).catch(thrown);
    expect(isCancelledError(error)).toBe(true);
    expect(error).toMatchObject({ cause: reason });
  }
  expect(server.asked).toHaveLength(1);
});

test.each<[object, object]>([
  [{ limit: 5 }, {}],
  [{ timeout: 0 }, {}],
  [[], {}],
  [{}, { page: 1 }],
  [{}, { startingToken: '' }],
  [{}, { pageSize: 0 }],
])('options %j with paging %j are refused before a request', async (options, paging) => {
  const { server, north } = await northOf(pages());
  const attempt = () => north.paginateContainers(options as ContainersOptions, paging as PagingOptions);
  expect(attempt).toThrow(expect.objectContaining({ name: 'OptionError' }));
  expect(server.asked).toEqual([]);
});
