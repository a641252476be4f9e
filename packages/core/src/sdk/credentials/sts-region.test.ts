import dns from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { EC2 } from '@aws-sdk/client-ec2';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { regionsOf } from '../../regions/table.js';
import type { CredentialProvider } from '../set/options.js';
import { serviceSet } from '../set/service-set.js';
import { atHome } from '../testing/home.js';
import { type Server, serve } from '../testing/server.js';
import { ec2Answer, newKeys, Wire } from '../testing/wire.js';
import { stsRegion } from './sts-region.js';

afterEach(() => vi.unstubAllEnvs());

const regions = regionsOf('aws');
const role = 'arn:aws:iam::111122223333:role/audit';

interface Question {
  readonly action: string | null;
  readonly role: string | null;
  /** Key, region and service of its signature. */
  readonly scope: string | undefined;
}

/** An STS that answers every question with a session of the role, and remembers what it was asked. */
async function startSts(): Promise<{ readonly server: Server; readonly asked: readonly Question[] }> {
  const asked: Question[] = [];
  const server = await serve(async (request, response) => {
    const question = new URLSearchParams(await bodyOf(request));
    const [, key, region, service] =
      /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(request.headers.authorization ?? '') ?? [];
    const action = question.get('Action');
    asked.push({ action, role: question.get('RoleArn'), scope: key && `${key}/${region}/${service}` });
    response.writeHead(200, { 'content-type': 'text/xml' }).end(sessionAnswer(action ?? '', asked.length));
  });
  return { server, asked };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function sessionAnswer(action: string, turn: number): string {
  const keys = `<AccessKeyId>ASIASESSION${turn}</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>token-${turn}</SessionToken>`;
  const expires = `<Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration>`;
  const user = `<AssumedRoleUser><Arn>arn:aws:sts::111122223333:assumed-role/audit/me</Arn><AssumedRoleId>A:me</AssumedRoleId></AssumedRoleUser>`;
  return `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result><Credentials>${keys}${expires}</Credentials>${user}</${action}Result></${action}Response>`;
}

const files = {
  '.aws/config': `[profile audit]\nrole_arn = ${role}\nsource_profile = base\nregion = eu-central-1\n`,
  '.aws/credentials': '[base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = base-secret\n',
};

const keysOf = (wire: Wire) => new Set(wire.sent.map(({ headers }) => headers['x-amz-security-token']));

test('a profile with a role: one question to STS for the clients of all regions and sets, signed for one region', async () => {
  const { server, asked } = await startSts();
  await using _ = server;
  atHome(files, { AWS_PROFILE: 'audit', AWS_ENDPOINT_URL_STS: server.url });
  const wire = new Wire((sent) => ec2Answer(sent));
  const list = () => serviceSet(EC2, { regions, config: wire.config }).describeVolumes({});
  await Promise.all([list(), list()]);
  expect(wire.sent).toHaveLength(2 * regions.length);
  expect(asked).toEqual([{ action: 'AssumeRole', role, scope: 'AKIDBASE/eu-central-1/sts' }]);
  expect(keysOf(wire)).toEqual(new Set(['token-1']));
});

test('a configured region that the account may have turned off is not where STS is asked', async () => {
  const { server, asked } = await startSts();
  await using _ = server;
  const config = files['.aws/config'].replace('eu-central-1', 'me-south-1');
  atHome({ ...files, '.aws/config': config }, { AWS_PROFILE: 'audit', AWS_ENDPOINT_URL_STS: server.url });
  const wire = new Wire((sent) => ec2Answer(sent));
  await serviceSet(EC2, { regions: ['me-south-1'], config: wire.config }).describeVolumes({});
  expect(asked.map(({ scope }) => scope)).toEqual(['AKIDBASE/us-east-1/sts']);
});

test('the role of a web identity is asked for once', async () => {
  const { server, asked } = await startSts();
  await using _ = server;
  const home = atHome({ token: 'a.web.token' });
  vi.stubEnv('AWS_WEB_IDENTITY_TOKEN_FILE', `${home}/token`);
  vi.stubEnv('AWS_ROLE_ARN', role);
  vi.stubEnv('AWS_REGION', 'af-south-1');
  vi.stubEnv('AWS_ENDPOINT_URL_STS', server.url);
  const wire = new Wire((sent) => ec2Answer(sent));
  await serviceSet(EC2, { regions, config: wire.config }).describeVolumes({});
  expect(asked).toEqual([{ action: 'AssumeRoleWithWebIdentity', role, scope: undefined }]);
  expect(keysOf(wire)).toEqual(new Set(['token-1']));
});

test('the address of STS is a regional one, in the first region of the partition, too', async () => {
  const lookedUp: string[] = [];
  const refuse = (host: string, ...rest: unknown[]): void => {
    lookedUp.push(host);
    (rest.at(-1) as (error: Error) => void)(Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }));
  };
  const lookup = vi.spyOn(dns, 'lookup').mockImplementation(refuse as never);
  onTestFinished(() => lookup.mockRestore());
  atHome(files, { AWS_PROFILE: 'audit', AWS_REGION: 'us-east-1', AWS_MAX_ATTEMPTS: '1' });
  const wire = new Wire((sent) => ec2Answer(sent));
  const { failures } = await serviceSet(EC2, { regions, config: wire.config }).describeVolumes({}).settled();
  expect(lookedUp).toEqual(['sts.us-east-1.amazonaws.com']);
  expect(failures[0]?.error).toMatchObject({ name: 'CredentialsError', cause: { code: 'ENOTFOUND' } });
  expect(wire.sent).toEqual([]);
});

test('a chain of two roles asks once for each', async () => {
  const { server, asked } = await startSts();
  await using _ = server;
  const second = `[profile second]\nrole_arn = arn:aws:iam::444455556666:role/next\nsource_profile = audit\n`;
  const config = files['.aws/config'] + second;
  atHome({ ...files, '.aws/config': config }, { AWS_PROFILE: 'second', AWS_ENDPOINT_URL_STS: server.url });
  const wire = new Wire((sent) => ec2Answer(sent));
  await serviceSet(EC2, { regions, config: wire.config }).describeVolumes({});
  expect(asked.map(({ scope }) => scope)).toEqual(['AKIDBASE/us-east-1/sts', 'ASIASESSION1/us-east-1/sts']);
  expect(keysOf(wire)).toEqual(new Set(['token-2']));
});

test.each([
  ['eu-west-3', 'eu-west-3'],
  ['me-south-1', 'us-east-1'],
  ['cn-north-1', 'cn-north-1'],
  [undefined, 'us-east-1'],
])('configured %s, STS is asked in %s', async (configured, asked) => {
  atHome({}, configured === undefined ? {} : { AWS_REGION: configured });
  expect(await stsRegion(undefined)).toBe(asked);
});

test("a provider of the SDK's kind is told the region in which to ask STS", async () => {
  atHome({}, { AWS_REGION: 'me-central-1' });
  let told: string | undefined;
  const credentials = (async (options: { callerClientConfig: { region(): Promise<string> } }) => {
    told = await options.callerClientConfig.region();
    return newKeys();
  }) as unknown as CredentialProvider;
  const wire = new Wire((sent) => ec2Answer(sent));
  await serviceSet(EC2, { regions: ['me-central-1'], credentials, config: wire.config }).describeVolumes({});
  expect(told).toBe('us-east-1');
});
