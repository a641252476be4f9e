import { Account, paginateListRegions } from '@aws-sdk/client-account';
import { describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../index.js';
import { codeOf, startForTest } from '../../testing/clients.js';
import { sendSigned } from '../../testing/signed-request.js';
import { accountService } from './account-service.js';

const client = (cloud: LocalCloud, config: object = {}): Account =>
  new Account({
    region: 'us-east-1',
    endpoint: cloud.url,
    credentials: cloud.credentials,
    maxAttempts: 1,
    ...config,
  });

describe('Account Management', () => {
  it('lists the regions with their status', async () => {
    const cloud = await startForTest({
      regions: ['us-east-1', 'me-south-1', { name: 'af-south-1', optIn: 'not-opted-in' }],
    });
    const { Regions } = await client(cloud).listRegions({});
    expect(Regions).toEqual([
      { RegionName: 'us-east-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
      { RegionName: 'me-south-1', RegionOptStatus: 'ENABLED' },
      { RegionName: 'af-south-1', RegionOptStatus: 'DISABLED' },
    ]);
    expect(cloud.requests.count({ service: 'account', action: 'ListRegions' })).toBe(1);
    await cloud.setFaults({ 'me-south-1': { kind: 'notEnabled' } });
    const off = await client(cloud).listRegions({ RegionOptStatusContains: ['DISABLED'] });
    expect(off.Regions?.map(({ RegionName }) => RegionName)).toEqual(['me-south-1', 'af-south-1']);
  });

  it('gives them page by page, with tokens that are good for this listing alone', async () => {
    const cloud = await startForTest();
    const sizes: number[] = [];
    for await (const { Regions } of paginateListRegions({ client: client(cloud), pageSize: 15 }, {})) {
      sizes.push(Regions?.length ?? 0);
    }
    expect(sizes).toEqual([15, 15, 6]);
    const { NextToken } = await client(cloud).listRegions({ MaxResults: 15 });
    const [, other] = cloud.accounts;
    const others = client(cloud, { credentials: other?.credentials });
    const again = { MaxResults: 15, NextToken };
    expect(await codeOf(client(cloud).listRegions(again))).toBe('no error');
    expect(await codeOf(others.listRegions(again))).toBe('ValidationException');
    expect(await codeOf(client(cloud).listRegions({ ...again, RegionOptStatusContains: ['ENABLED'] }))).toBe(
      'ValidationException',
    );
  });

  it('refuses what it cannot take', async () => {
    const cloud = await startForTest();
    const account = client(cloud);
    expect(await codeOf(account.listRegions({ MaxResults: 51 }))).toBe('ValidationException');
    expect(await codeOf(account.listRegions({ MaxResults: 0 }))).toBe('ValidationException');
    expect(await codeOf(account.listRegions({ NextToken: 'x' }))).toBe('ValidationException');
    expect(await codeOf(account.listRegions({ RegionOptStatusContains: ['ON' as 'ENABLED'] }))).toBe(
      'ValidationException',
    );
    expect(await codeOf(account.listRegions({ AccountId: '444455556666' }))).toBe('AccessDeniedException');
    expect(await codeOf(account.getContactInformation({}))).toBe('NotImplemented');
    const signed = { credentials: cloud.credentials, service: 'account', url: `${cloud.url}/listRegions` };
    for (const body of ['{', '[]', '"x"', '{"Regions":1}', '{"__proto__":1}', '{"NextToken":7}']) {
      expect((await sendSigned({ ...signed, body })).status).toBe(400);
    }
    expect((await sendSigned({ ...signed, body: '' })).status).toBe(200);
  });

  it('lets in only its accounts, in words of its own', async () => {
    const cloud = await startForTest({ regions: ['us-east-1', { name: 'me-south-1', optIn: 'not-opted-in' }] });
    const asked = (config: object) => codeOf(client(cloud, config).listRegions({}));
    const { accessKeyId } = cloud.credentials;
    expect(await asked({ credentials: { accessKeyId: 'NOBODY', secretAccessKey: 'x' } })).toBe(
      'UnrecognizedClientException',
    );
    expect(await asked({ credentials: { accessKeyId, secretAccessKey: 'x' } })).toBe('InvalidSignatureException');
    expect(await asked({ region: 'me-south-1' })).toBe('UnrecognizedClientException');
    expect(await asked({ endpoint: cloud.endpoint('account', 'us-east-1') })).toBe('no error');
    const headers = { authorization: 'Bearer x' };
    const half = await fetch(`${cloud.endpoint('account', 'us-east-1')}/listRegions`, { method: 'POST', headers });
    expect(half.headers.get('x-amzn-errortype')).toBe('IncompleteSignatureException');
    const unsigned = await fetch(`${cloud.endpoint('account', 'us-east-1')}/listRegions`, { method: 'POST' });
    expect(unsigned.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
  });

  it('draws from the documented bucket', () => {
    const request = { method: 'POST', path: '/listRegions', query: '', headers: new Map(), receivedAt: 0 };
    const { bucket } = accountService.read({ ...request, body: Buffer.alloc(0) });
    expect(bucket).toEqual({ name: 'account:ListRegions', capacity: 5, refillPerSecond: 5 });
    expect(accountService.throttled()).toMatchObject({ code: 'TooManyRequestsException', status: 429 });
  });
});
