import { Agent } from 'node:http';
import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startForTest } from '../../testing/clients.js';
import { makeBucket, s3Client } from '../../testing/s3.js';
import { sendToS3 } from '../../testing/s3-request.js';

async function withObject() {
  const cloud = await startForTest();
  const s3 = s3Client(cloud);
  await makeBucket(s3, 'my.things');
  await s3.putObject({ Bucket: 'my.things', Key: 's3/eu-west-1/k', Body: 'hello' });
  const { port } = new URL(cloud.url);
  const get = (host: string, path: string, region = 'eu-west-1') =>
    sendToS3(cloud, { method: 'GET', path, region, headers: { host: host.replace('PORT', port) } });
  return { cloud, get, port };
}

/** Finds every name below `localhost` here, as browsers and most systems do. */
const lookup: LookupFunction = (_, { all }, found) => {
  if (all) found(null, [{ address: '127.0.0.1', family: 4 }]);
  else found(null, '127.0.0.1', 4);
};

describe('addresses of S3', () => {
  it('by host are what the SDK takes where the endpoint has a name', async () => {
    const { cloud, port } = await withObject();
    const s3 = s3Client(cloud, 'eu-west-1', {
      endpoint: `http://s3.eu-west-1.localhost:${port}`,
      requestHandler: { httpAgent: new Agent({ lookup }) },
    });
    const hosts: string[] = [];
    s3.middlewareStack.add(
      (next) => async (args) => {
        hosts.push((args.request as { hostname: string }).hostname);
        return next(args);
      },
      { step: 'deserialize' },
    );
    await makeBucket(s3, 'others');
    await s3.putObject({ Bucket: 'others', Key: 'a b', Body: 'x' });
    expect((await s3.listObjectsV2({ Bucket: 'others' })).KeyCount).toBe(1);
    expect(new Set(hosts)).toEqual(new Set(['others.s3.eu-west-1.localhost']));
  });

  it.each([
    ['127.0.0.1:PORT', '/my.things/s3/eu-west-1/k'],
    ['localhost:PORT', '/my.things/s3/eu-west-1/k'],
    ['127.0.0.1:PORT', '/s3/eu-west-1/my.things/s3/eu-west-1/k'],
    ['s3.localhost:PORT', '/my.things/s3/eu-west-1/k'],
    ['s3.eu-west-1.localhost:PORT', '/my.things/s3/eu-west-1/k'],
    ['my.things.localhost:PORT', '/s3/eu-west-1/k'],
    ['my.things.s3.localhost:PORT', '/s3/eu-west-1/k'],
    ['my.things.s3.eu-west-1.localhost:PORT', '/s3/eu-west-1/k'],
    ['MY.things.s3-eu-west-1.localhost:PORT', '/s3/eu-west-1/k'],
  ])('%s%s names an object', async (host, path) => {
    const { get } = await withObject();
    expect(await get(host, path)).toMatchObject({ status: 200, text: 'hello' });
  });

  it('by host redirect to hosts', async () => {
    const { get, port } = await withObject();
    const answer = await get('my.things.s3.eu-west-2.localhost:PORT', '/k', 'eu-west-2');
    expect(answer).toMatchObject({
      status: 301,
      code: 'PermanentRedirect',
      text: expect.stringContaining(`<Endpoint>my.things.s3.eu-west-1.localhost:${port}</Endpoint>`),
    });
    expect(await get('s3.eu-west-2.localhost:PORT', '/', 'eu-west-1')).toMatchObject({
      code: 'AuthorizationHeaderMalformed',
    });
  });

  it('are not those of other services, nor of other machines', async () => {
    const { get, port } = await withObject();
    expect((await get('my.things.evil.example:PORT', '/k')).status).toBe(403);
    expect(await get('127.0.0.1:PORT', '/my.things/%E0')).toMatchObject({ status: 400, code: 'InvalidURI' });
    const ec2 = await fetch(`http://127.0.0.1:${port}/?Action=DescribeVpcs&Version=2016-11-15`);
    expect(await ec2.text()).toContain('<Response><Errors>');
  });
});
