import { tracingChannel } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { EC2 } from '@aws-sdk/client-ec2';
import { S3 } from '@aws-sdk/client-s3';
import { STS } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { explain } from '../choice/explain.js';
import type { CredentialProvider } from '../set/options.js';
import { resourceSet } from '../set/resource-set.js';
import { serviceSet } from '../set/service-set.js';
import { atHome } from '../testing/home.js';
import { type Server, serve } from '../testing/server.js';

/** Secrets that look as AWS's do, every one of its own place. */
const secretOf = (place: string) => `${place}xCANARYx${'7Kq/Zr+4'.repeat(5)}`.slice(0, 40);
const tokenOf = (place: string) => `FwoGZ${place}xCANARYx${'b3JpZ2luX2VjE9+/'.repeat(10)}==`;
const canary = /CANARY|AWS4-HMAC-SHA256 Credential/;

const credentials = { accessKeyId: 'AKIDOFCANARIES', secretAccessKey: secretOf('keys'), sessionToken: tokenOf('keys') };

/** Everything that anybody could print of a value. */
function shown(value: unknown): string {
  const { stack } = (value ?? {}) as { readonly stack?: unknown };
  const json = JSON.stringify(value, (_, held: unknown) => (typeof held === 'bigint' ? String(held) : held));
  return [inspect(value, { showHidden: true, depth: 12, getters: true }), json, String(value), stack].join('\n');
}

const written: string[] = [];

/** Whoever listens to the tracing channels. */
const listen = (message: unknown): boolean => written.push(shown(message)) > 0;
const listener = { start: listen, end: listen, asyncStart: listen, asyncEnd: listen, error: listen };
const channels = [tracingChannel('serviceset:call'), tracingChannel('serviceset:request')];

beforeEach(() => {
  written.length = 0;
  const write = (...line: unknown[]): boolean => written.push(line.map(shown).join(' ')) > 0;
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    vi.spyOn(console, name).mockImplementation(write as never);
  }
  vi.spyOn(process, 'emitWarning').mockImplementation(write as never);
  for (const channel of channels) channel.subscribe(listener);
});
afterEach(() => {
  for (const channel of channels) channel.unsubscribe(listener);
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** What a fan-out says in each of the ways to ask it, in its outcomes and in what was printed meanwhile. */
async function everythingSaidBy(make: () => { settled(): Promise<unknown> } & PromiseLike<unknown>): Promise<string> {
  const report = await make().settled();
  const thrown = await make().then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
  return [shown(report), shown(thrown), ...written].join('\n');
}

test('the canaries can be seen where they are: in the keys, and in what the plain client throws', async () => {
  await using server = await serve((_, response) => void response.writeHead(403).end('<Response/>'));
  const client = serviceSet(EC2, { regions: ['eu-west-1'], credentials, endpoint: server.url }).at('eu-west-1');
  expect(shown(credentials)).toMatch(canary);
  expect(shown(await client.describeVolumes({}).catch((error: unknown) => error))).toMatch(canary);
});

type Answering = (response: ServerResponse, request: { readonly headers: object }) => void;

const xmlError =
  (status: number, code: string, message: string): Answering =>
  (response) =>
    void response
      .writeHead(status, { 'content-type': 'text/xml' })
      .end(`<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors></Response>`);

/** A service that repeats what it was sent, as real ones do when a signature does not match. */
const repeating: Answering = (response, { headers }) =>
  xmlError(403, 'SignatureDoesNotMatch', JSON.stringify(headers).replaceAll('"', ''))(response, { headers });

const failures: readonly (readonly [string, Answering])[] = [
  ['denied', xmlError(403, 'UnauthorizedOperation', 'no')],
  ['expired', xmlError(400, 'RequestExpired', 'over')],
  ['bad keys', xmlError(401, 'AuthFailure', 'no')],
  ['a repeated request', repeating],
  ['a repeated token', xmlError(400, 'InvalidToken', `the token ${credentials.sessionToken} is malformed`)],
  ['a repeated key', xmlError(400, 'Odd', `x ${credentials.secretAccessKey} y`)],
  ['throttled', xmlError(503, 'RequestLimitExceeded', 'slow')],
  ['an error of the server', xmlError(500, 'InternalError', 'x')],
  ['a page', (response) => void response.end('<html><body>sign in</body></html>')],
  ['a page with an error', (response) => void response.writeHead(502).end('<html><body>bad</body></html>')],
  ['nothing', (response) => void response.end()],
  ['half an answer', (response) => void response.end('<DescribeVolumesResponse><volume')],
  [
    'a body cut short',
    (response) => {
      response.writeHead(200, { 'content-length': '900' }).write('<D');
      response.destroy();
    },
  ],
  ['a reset', (response) => void response.destroy()],
  ['a redirect', (response) => void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end()],
];

test.each(failures)('%s tells no secret', async (_, answer) => {
  await using server = await serve((request, response) => answer(response, request));
  const options = { credentials, endpoint: server.url, regions: ['eu-west-1', 'me-south-1'] };
  await using ec2 = serviceSet(EC2, { ...options, config: { maxAttempts: 1 } });
  await using live = serviceSet(EC2, { credentials, endpoint: server.url, config: { maxAttempts: 1 } });
  await using s3 = serviceSet(S3, { ...options, config: { maxAttempts: 1 } });
  await using sts = serviceSet(STS, { ...options, config: { maxAttempts: 1 } });
  const places = resourceSet(ec2, (place) => ({ account: async () => place.account() }));
  const said = await Promise.all([
    everythingSaidBy(() => ec2.describeVolumes({})),
    everythingSaidBy(() => live.in('eu-west-*').describeVolumes({})),
    everythingSaidBy(() => s3.listBuckets({})),
    everythingSaidBy(() => sts.getCallerIdentity({})),
    everythingSaidBy(() => places.account()),
    ec2.paginateDescribeVolumes({}).toArray().catch(shown),
    places.at('eu-west-1').account().catch(shown),
    explain(live, 'eu-west-1').then(shown),
  ]);
  expect(said.join('\n')).not.toMatch(canary);
  expect(written.length).toBeGreaterThan(20);
  expect(server.requests).toBeGreaterThan(5);
});

test('refused, silent and cancelled calls tell none', async () => {
  const gone = await serve(() => undefined);
  await gone.close();
  await using silent = await serve(() => undefined);
  const ask = ({ url }: Server, options = {}) =>
    serviceSet(EC2, { regions: ['eu-west-1'], credentials, endpoint: url, config: { maxAttempts: 1 } }).with(options);
  const aborted = AbortSignal.abort();
  const said = await Promise.all([
    everythingSaidBy(() => ask(gone).describeVolumes({})),
    everythingSaidBy(() => ask(silent, { timeout: 20 }).describeVolumes({})),
    everythingSaidBy(() => ask(silent, { signal: aborted }).describeVolumes({})),
  ]);
  expect(said.join('\n')).toMatch(/ECONNREFUSED[\s\S]*timedOut[\s\S]*cancelled/);
  expect(said.join('\n')).not.toMatch(canary);
});

const bad: readonly (readonly [string, CredentialProvider])[] = [
  ['that says them', () => Promise.reject(new Error(`malformed: ${secretOf('said')} ${tokenOf('said')}`))],
  ['that names them', () => Promise.reject(new Error('aws_secret_access_key = xCANARYx is too short'))],
  [
    'that hides them in its error',
    () =>
      Promise.reject(
        Object.assign(new Error('failed'), {
          stdout: JSON.stringify({ SessionToken: 'xCANARYx' }),
          env: { AWS_SECRET_ACCESS_KEY: 'xCANARYx' },
        }),
      ),
  ],
  [
    'that fails with them as a cause',
    () => Promise.reject(new Error('failed', { cause: new AggregateError([new Error(tokenOf('deep'))]) })),
  ],
  ['that throws them', () => Promise.reject(secretOf('thrown'))],
  ['that gives them in another form', async () => ({ AccessKeyId: 'A', SecretAccessKey: secretOf('form') }) as never],
  ['that gives them expired', async () => ({ ...credentials, expiration: new Date(0) })],
];

test.each(bad)('a provider %s tells none', async (_, provider) => {
  const make = () =>
    serviceSet(EC2, { regions: ['eu-west-1', 'us-east-1'], credentials: provider }).describeVolumes({});
  const said = await everythingSaidBy(make);
  expect(said).toContain('CredentialsError');
  expect(said).not.toMatch(canary);
  const live = serviceSet(EC2, { credentials: provider });
  expect(
    [
      await everythingSaidBy(() => live.in('eu-west-1', 'us-*').describeVolumes({})),
      shown(await explain(live, 'us-east-1')),
    ].join(),
  ).not.toMatch(canary);
});

test.each([
  ['half a profile', `[profile bad]\naws_access_key_id = A\naws_session_token = ${tokenOf('file')}\n`],
  [
    'a process that prints them and fails',
    `[profile bad]\ncredential_process = sh -c 'echo ${secretOf('out')}; echo ${tokenOf('err')} >&2; exit 3'\n`,
  ],
  [
    'a process that prints no JSON',
    `[profile bad]\ncredential_process = echo '{"SecretAccessKey":"${secretOf('json')}",'\n`,
  ],
  [
    'a process that prints half of them',
    `[profile bad]\ncredential_process = echo '{"Version":1,"SecretAccessKey":"${secretOf('half')}"}'\n`,
  ],
  [
    'a role whose source is wrong',
    `[profile bad]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = none\naws_secret_access_key = ${secretOf('role')}\n`,
  ],
  ['a file that is broken', `[profile bad\naws_secret_access_key = ${secretOf('broken')}\n${tokenOf('line')}\n`],
])('a profile with %s tells none', async (_, text) => {
  const home = atHome({}, { AWS_PROFILE: 'bad' });
  writeFileSync(`${home}/config`, text);
  vi.stubEnv('AWS_CONFIG_FILE', `${home}/config`);
  const said = await everythingSaidBy(() => serviceSet(EC2, { regions: ['eu-west-1'] }).describeVolumes({}));
  expect(said).toContain('CredentialsError');
  expect(said).not.toMatch(canary);
});

test('what a set, its clients and an explanation show holds none', async () => {
  await using server = await serve((_, response) => void response.end('<DescribeVolumesResponse/>'));
  await using set = serviceSet(EC2, { regions: ['eu-west-1'], credentials, endpoint: server.url });
  const asked = set.describeVolumes({});
  await asked;
  const all = [set, set.targets, set.at('eu-west-1'), await explain(set, 'eu-west-1'), asked];
  expect(all.map(shownLightly).join('\n')).not.toMatch(canary);
});

/** Clients hold circles, of which there is no JSON. */
function shownLightly(value: unknown): string {
  return `${inspect(value, { showHidden: true, depth: 12 })}\n${String(value)}`;
}
