import { GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { codeOf, startForTest } from '../../testing/clients.js';
import { sendSigned } from '../../testing/signed-request.js';
import { stsService } from './sts-service.js';

describe('STS', () => {
  it('refuses actions that it does not serve, in its own form', async () => {
    const cloud = await startForTest();
    const sts = new STSClient({ region: 'eu-west-1', endpoint: cloud.url, credentials: cloud.credentials });
    expect(await codeOf(sts.send(new GetSessionTokenCommand({})))).toBe('NotImplemented');
    const request = { url: `${cloud.url}/`, credentials: cloud.credentials, service: 'sts' };
    const other = await sendSigned({ ...request, body: 'Action=GetCallerIdentity&Version=2016-11-15' });
    expect(await other.text()).toMatch(/<ErrorResponse xmlns="[^"]+"><Error><Type>Sender<\/Type><Code>NoSuchVersion</);
    const unknown = await sendSigned({ ...request, body: 'Action=GetCallerIdentity&Version=2011-06-15&X=1' });
    expect(await unknown.text()).toContain('<Code>UnknownParameter</Code>');
    const nameless = await sendSigned({ ...request, body: 'Version=2011-06-15' });
    expect(await nameless.text()).toContain('<Code>MissingAction</Code>');
  });

  it('says that a request is unsigned', async () => {
    const cloud = await startForTest();
    const answer = await fetch(`${cloud.endpoint('sts', 'eu-west-1')}/?Action=GetCallerIdentity`);
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('MissingAuthenticationToken')]);
  });

  it('draws from one bucket for all of its actions', () => {
    const request = { method: 'POST', path: '/', query: '', headers: new Map(), receivedAt: 0 };
    const bucketOf = (action: string): unknown =>
      stsService.read({ ...request, body: Buffer.from(`Action=${action}`) }).bucket;
    expect(bucketOf('GetCallerIdentity')).toEqual({ name: 'sts', capacity: 600, refillPerSecond: 600 });
    expect(bucketOf('AssumeRole')).toEqual(bucketOf('GetCallerIdentity'));
    expect(stsService.throttled()).toMatchObject({ code: 'Throttling', status: 400 });
  });
});
