import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalCloud } from '../index.js';
import { codeOf, ec2Client, startForTest } from '../testing/clients.js';
import { sendSigned, type ToSign } from '../testing/signed-request.js';

const MINUTE = 60_000;
const EC2 = 'Action=DescribeVpcs&Version=2016-11-15';
const STS = 'Action=GetCallerIdentity&Version=2011-06-15';

async function answer(cloud: LocalCloud, request: Partial<ToSign>): Promise<readonly [number, string]> {
  const response = await sendSigned({ url: `${cloud.url}/`, body: EC2, credentials: cloud.credentials, ...request });
  const text = await response.text();
  return [response.status, /<Code>(.*?)<\/Code>/.exec(text)?.[1] ?? 'ok'];
}

describe('signatures', { timeout: 30_000 }, () => {
  it('lets in what the SDK signs, and what is signed by hand', async () => {
    const cloud = await startForTest();
    expect((await ec2Client(cloud, 'eu-west-1').describeVpcs({})).Vpcs).toHaveLength(1);
    expect(await answer(cloud, {})).toEqual([200, 'ok']);
    expect(await answer(cloud, { body: STS, service: 'sts' })).toEqual([200, 'ok']);
  });

  it('lets in whatever the SDK signs, and nothing that was changed afterwards', async () => {
    const cloud = await startForTest({ seed: 'none' });
    const ec2 = ec2Client(cloud, 'eu-west-1');
    const tampered = ec2Client(cloud, 'eu-west-1');
    tampered.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { body: string };
        request.body = request.body.replace('Action=DescribeVolumes', 'Action=DescribeRegions');
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low', name: 'tamper' },
    );
    const values = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(values, async (Values) => {
        const input = { Filters: [{ Name: 'tag:Name', Values }] };
        expect(await codeOf(ec2.describeVolumes(input))).toBe('no error');
        expect(await codeOf(tampered.describeVolumes(input))).toBe('SignatureDoesNotMatch');
      }),
      { numRuns: 40 },
    );
  });

  it('lets in an address that names its region, and no other region or service there', async () => {
    const cloud = await startForTest();
    const url = cloud.endpoint('ec2', 'eu-west-1');
    expect(await codeOf(ec2Client(cloud, 'eu-west-1', { endpoint: url }).describeVpcs({}))).toBe('no error');
    expect(await codeOf(ec2Client(cloud, 'eu-west-2', { endpoint: url }).describeVpcs({}))).toBe(
      'SignatureDoesNotMatch',
    );
    expect(await answer(cloud, { url, service: 'sts' })).toEqual([403, 'SignatureDoesNotMatch']);
  });

  it.each([
    ['a wrong secret', { secretAccessKey: 'wrong' }, [403, 'SignatureDoesNotMatch'], [403, 'SignatureDoesNotMatch']],
    ['an unknown key', { accessKeyId: 'AKIANOBODY' }, [401, 'AuthFailure'], [403, 'InvalidClientTokenId']],
  ])('turns away %s', async (_, change, ec2, sts) => {
    const cloud = await startForTest();
    const credentials = { ...cloud.credentials, ...change };
    expect(await answer(cloud, { credentials })).toEqual(ec2);
    expect(await answer(cloud, { credentials, body: STS, service: 'sts' })).toEqual(sts);
  });

  it.each([
    [-6 * MINUTE, 'RequestExpired', 'SignatureDoesNotMatch'],
    [6 * MINUTE, 'RequestExpired', 'SignatureDoesNotMatch'],
    [-4 * MINUTE, 'ok', 'ok'],
    [4 * MINUTE, 'ok', 'ok'],
  ])('with a clock %d ms off: %s, %s', async (skew, ec2, sts) => {
    const cloud = await startForTest();
    const at = new Date(Date.now() + skew);
    expect((await answer(cloud, { at }))[1]).toBe(ec2);
    expect((await answer(cloud, { at, body: STS, service: 'sts' }))[1]).toBe(sts);
  });

  it('turns away session tokens, x-amz headers that are not signed, and bodies other than declared', async () => {
    const cloud = await startForTest();
    expect(await answer(cloud, { headers: { 'x-amz-security-token': 'x' } })).toEqual([401, 'AuthFailure']);
    expect(await answer(cloud, { unsigned: { 'x-amz-target': 'x' } })).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await answer(cloud, { headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } })).toEqual([
      403,
      'SignatureDoesNotMatch',
    ]);
    expect(await answer(cloud, { unsigned: { 'x-other': 'x' } })).toEqual([200, 'ok']);
  });

  it('turns away what is scoped to nowhere, and says what it does not serve', async () => {
    const cloud = await startForTest({ regions: ['eu-west-1'] });
    expect(await answer(cloud, { region: 'eu-west-2' })).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await answer(cloud, { service: 'rds' })).toEqual([501, 'NotImplemented']);
  });

  it.each([
    ['nothing at all', {}, [400, 'MissingParameter']],
    ['another scheme', { authorization: 'Bearer x' }, [400, 'IncompleteSignature']],
    [
      'half a header',
      { authorization: 'AWS4-HMAC-SHA256 Credential=A/20260101/eu-west-1/ec2/aws4_request' },
      [400, 'IncompleteSignature'],
    ],
    [
      'a scope that is none',
      { authorization: 'AWS4-HMAC-SHA256 Credential=A, SignedHeaders=host, Signature=0' },
      [400, 'IncompleteSignature'],
    ],
  ])('turns away a request that is signed with %s', async (_, headers: Record<string, string>, expected) => {
    const cloud = await startForTest();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(cloud.url, { method: 'POST', body: EC2, headers: { ...form, ...headers } });
    expect([response.status, /<Code>(.*?)<\/Code>/.exec(await response.text())?.[1]]).toEqual(expected);
  });

  it('knows the second account by its key', async () => {
    const cloud = await startForTest();
    const [, other] = cloud.accounts;
    const sts = new STSClient({ region: 'eu-west-1', endpoint: cloud.url, credentials: other?.credentials as never });
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: other?.id,
      Arn: `arn:aws:iam::${other?.id}:root`,
    });
  });
});
