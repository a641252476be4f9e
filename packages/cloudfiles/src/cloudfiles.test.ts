import { isFanOutError } from '@proj/core';
import { expect, test } from 'vitest';
import { type CloudfilesOptions, cloudfiles } from './cloudfiles.js';
import { CloudfilesRegion } from './cloudfiles-region.js';
import { type Far, markerOf, pageOf, refusing, serve, setOn } from './testing/server.js';

const regions = ['north', 'south'];

/** Two containers in each region, on two pages. */
const far: Far = (request, response, region) => {
  const marker = markerOf(request);
  const names = marker === undefined ? [`${region}-1`] : [`${region}-2`];
  response.end(marker === `${region}-2` ? '[]' : pageOf(...names));
};

test('each region is an object of its own, and lists what is its', async () => {
  const everywhere = setOn(await serve(far), regions);
  expect(everywhere.at('north')).toBeInstanceOf(CloudfilesRegion);
  expect(everywhere.at('north').region).toBe('north');
  expect(everywhere.targets.map(({ service, region }) => [service, region])).toEqual([
    ['cloudfiles', 'north'],
    ['cloudfiles', 'south'],
  ]);
  const byRegion = await everywhere.containers().byRegion();
  expect([...byRegion].map(([region, list]) => [region, list.map(({ id }) => id)])).toEqual([
    ['north', ['north-1', 'north-2']],
    ['south', ['south-1', 'south-2']],
  ]);
});

test('pages stream from all regions', async () => {
  const stream = setOn(await serve(far), regions)
    .paginateContainers()
    .items((page) => page.containers);
  expect(await stream.count()).toEqual({ count: 4, exact: true, missing: [] });
});

test.each([
  [401, 'denied'],
  [429, 'throttled'],
  [500, 'failed'],
])('status %d of one region is %s there, and the others answer', async (code, status) => {
  const server = await serve((request, response, region) => {
    if (region === 'south') response.writeHead(code).end();
    else far(request, response, region);
  });
  const everywhere = setOn(server, regions);
  const report = await everywhere.containers().settled();
  expect(report.failures.map((failure) => [failure.target.region, failure.status])).toEqual([['south', status]]);
  expect(report.values.map((list) => list.length)).toEqual([2]);

  const error: unknown = await everywhere.containers().then(undefined, (thrown: unknown) => thrown);
  if (!isFanOutError(error)) throw error;
  expect(error.report.missing.map(({ region }) => region)).toEqual(['south']);
});

test("a set's own limits end what its regions ask", async () => {
  const closed: Promise<unknown>[] = [];
  const server = await serve((request) => {
    closed.push(new Promise((resolve) => request.socket.on('close', resolve)));
  });
  const report = await setOn(server, regions, { timeout: 50 }).containers().settled();
  expect(report.failures.map(({ status }) => status)).toEqual(['timedOut', 'timedOut']);
  expect(closed).toHaveLength(2);
  await Promise.all(closed); // the requests themselves are gone
});

test('a region that nobody is in is unreachable', async () => {
  const everywhere = setOn({ endpoint: await refusing() }, ['nowhere']);
  const { failures } = await everywhere.containers().settled();
  expect(failures.map(({ status }) => status)).toEqual(['unreachable']);
});

test.each<unknown>([
  undefined,
  {},
  { endpoints: {} },
  { endpoints: { north: 'north.example.com' } },
  { endpoints: { north: 'ftp://example.com' } },
  { endpoints: { north: 'https://user:secret@example.com' } },
  { endpoints: { north: 'https://example.com/?token=secret' } },
  { endpoints: { north: 'https://example.com' }, regions: ['south'] },
])('%j cannot work and is refused, without showing an address', (options) => {
  const attempt = () => cloudfiles(options as CloudfilesOptions);
  expect(attempt).toThrow(
    expect.objectContaining({ name: 'OptionError', message: expect.not.stringContaining('secret') }),
  );
});

test('there is no other region than those with an endpoint', () => {
  const everywhere = cloudfiles({ endpoints: { north: 'https://north.example.com' } });
  expect(() => everywhere.at('south')).toThrow('south');
});
