import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { ec2Client, startForTest } from '../testing/clients.js';
import { sendSigned } from '../testing/signed-request.js';

describe('what is not served', () => {
  it('is an action: the local cloud says that it is it which has none', async () => {
    const ec2 = ec2Client(await startForTest(), 'eu-west-1');
    await expect(ec2.describeHosts({})).rejects.toMatchObject({
      name: 'NotImplemented',
      message:
        'The local cloud does not serve the action DescribeHosts: the README of @proj/local says what is served.',
      $metadata: { httpStatusCode: 501, attempts: 1 },
    });
  });

  it('is a parameter: the local cloud names it, and those that it takes', async () => {
    const ec2 = ec2Client(await startForTest(), 'eu-west-1');
    await expect(ec2.describeVolumes({ IncludeManagedResources: true })).rejects.toMatchObject({
      name: 'UnknownParameter',
      message:
        'The local cloud does not serve the parameter IncludeManagedResources of DescribeVolumes; it takes VolumeId, Filter, MaxResults, NextToken.',
    });
  });

  it('is a service: JSON is answered in JSON, so that its client can read the answer', async () => {
    const cloud = await startForTest();
    const dynamo = new DynamoDB({ region: 'eu-west-1', endpoint: cloud.url, credentials: cloud.credentials });
    await expect(dynamo.listTables({})).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringMatching(
        /^The local cloud does not serve the service dynamodb, only ec2, sts, .*: the README of @proj\/local says what is served\.$/,
      ),
      $metadata: { httpStatusCode: 501, attempts: 1, requestId: expect.any(String) },
    });
    expect(cloud.requests.recent).toMatchObject([{ service: 'dynamodb', region: 'eu-west-1', action: 'ListTables' }]);
  });

  it('is a service: XML is answered in XML', async () => {
    const { url, credentials } = await startForTest();
    const answer = await sendSigned({ url: `${url}/`, credentials, service: 'iam', body: 'Action=ListUsers' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([501, 'text/xml;charset=UTF-8']);
    expect(await answer.text()).toMatch(/<ErrorResponse><Error><Type>Receiver<\/Type><Code>NotImplemented</);
  });

  it('is said to strangers too', async () => {
    const { url } = await startForTest();
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'DynamoDB_20120810.ListTables' };
    const answer = await fetch(`${url}/dynamodb/eu-west-1`, { method: 'POST', body: '{}', headers });
    expect([answer.status, await answer.json()]).toMatchObject([501, { __type: 'NotImplemented' }]);
  });

  it('keeps its form when a fault befalls it', async () => {
    const cloud = await startForTest({
      faults: { 'eu-west-1': { kind: 'error', code: 'Slow', action: 'ListTables' } },
    });
    const { url, credentials } = cloud;
    const dynamo = new DynamoDB({ region: 'eu-west-1', endpoint: url, credentials, maxAttempts: 1 });
    await expect(dynamo.listTables({})).rejects.toMatchObject({
      name: 'Slow',
      message: expect.stringContaining('fault'),
    });
  });
});
