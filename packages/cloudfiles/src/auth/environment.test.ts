import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loggingIn } from '../testing/logging-in.js';
import { fromCloudsYaml } from './clouds-yaml.js';
import { fromEnvironment } from './environment.js';
import type { Authenticator } from './login.js';

/** What he sends, when nobody answers. */
async function sentBy(auth: Authenticator) {
  const sent: unknown[] = [];
  await auth
    .login(async ({ url, headers, body }) => {
      sent.push([url, body ?? headers]);
      throw new Error('nobody answers');
    })
    .catch(() => 'as was said');
  return sent[0];
}

const keystone = { OS_AUTH_URL: 'https://k.example.com/v3', OS_USERNAME: 'u', OS_PASSWORD: 'p', OS_PROJECT_NAME: 'pr' };
const domains = { OS_USER_DOMAIN_NAME: 'Default', OS_PROJECT_DOMAIN_ID: 'default' };

test('OS_ variables are read as OpenStack has them', async () => {
  const auth = fromEnvironment({ ...keystone, ...domains, OS_REGION_NAME: 'one', OS_TOKEN: '' });
  expect(auth.regions).toEqual(['one']);
  expect(await sentBy(auth)).toEqual([
    'https://k.example.com/v3/auth/tokens',
    {
      auth: {
        identity: {
          methods: ['password'],
          password: { user: { name: 'u', domain: { name: 'Default' }, password: 'p' } },
        },
        scope: { project: { name: 'pr', domain: { id: 'default' } } },
      },
    },
  ]);
  const application = { OS_AUTH_TYPE: 'v3applicationcredential', OS_APPLICATION_CREDENTIAL_ID: 'a' };
  const secret = { OS_AUTH_URL: 'https://k.example.com', OS_APPLICATION_CREDENTIAL_SECRET: 's' };
  expect(await sentBy(fromEnvironment({ ...application, ...secret }))).toMatchObject([
    'https://k.example.com/v3/auth/tokens',
    { auth: { identity: { methods: ['application_credential'] } } },
  ]);
  const old = {
    ...keystone,
    OS_AUTH_URL: 'https://k.example.com/v2.0',
    OS_IDENTITY_API_VERSION: '2',
    OS_TENANT_NAME: 't',
  };
  expect(await sentBy(fromEnvironment({ ...old, OS_PROJECT_NAME: '' }))).toMatchObject([
    'https://k.example.com/v2.0/tokens',
    { auth: { tenantName: 't' } },
  ]);
});

test('a token with its address needs no login', async () => {
  const environment = {
    OS_STORAGE_URL: 'https://swift.example.com/v1/AUTH_a/',
    OS_AUTH_TOKEN: 't',
    OS_REGION_NAME: 'one',
  };
  expect((await loggingIn(fromEnvironment({ ...keystone, ...environment }))).login).toEqual({
    token: 't',
    expires: undefined,
    endpoints: [{ region: 'one', storage: 'https://swift.example.com/v1/AUTH_a' }],
  });
});

test('ST_ variables are those of the first version', async () => {
  const environment = { ST_AUTH: 'https://swift.example.com/auth/v1.0', ST_USER: 'a:b', ST_KEY: 'k' };
  expect(await sentBy(fromEnvironment(environment))).toEqual([
    'https://swift.example.com/auth/v1.0',
    { 'x-auth-user': 'a:b', 'x-auth-key': 'k' },
  ]);
});

test('an environment that says nobody, or half of one, is told what is missing', () => {
  expect(() => fromEnvironment({})).toThrow('OS_CLOUD');
  expect(() => fromEnvironment({ OS_AUTH_URL: 'https://k.example.com', OS_USERNAME: 'u' })).toThrow(
    'password is missing',
  );
});

/** A folder with a clouds.yaml, and a secure.yaml where there is one. */
function withClouds(clouds: string, secure?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'clouds-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'clouds.yaml'), clouds);
  if (secure !== undefined) writeFileSync(join(folder, 'secure.yaml'), secure);
  return join(folder, 'clouds.yaml');
}

const clouds = `
clouds:
  production:
    auth:
      auth_url: https://k.example.com
      username: u
      project_name: pr
      user_domain_name: Default
      project_domain_name: Default
    regions: [one, { name: two }]
    interface: internal
    identity_api_version: 3
  old:
    auth_type: v1password
    auth: { auth_url: 'https://swift.example.com/auth/v1.0', username: 'a:b', password: k }
    region_name: here
  open:
    verify: false
    auth: { auth_url: 'https://k.example.com', token: t }
`;
const secure = 'clouds: { production: { auth: { password: p } } }';

test('an entry of clouds.yaml, with its secret from secure.yaml, is somebody with his regions', async () => {
  const file = withClouds(clouds, secure);
  const auth = fromEnvironment({ OS_CLOUD: 'production', OS_CLIENT_CONFIG_FILE: file });
  expect(auth.regions).toEqual(['one', 'two']);
  expect(await sentBy(auth)).toMatchObject([
    'https://k.example.com/v3/auth/tokens',
    { auth: { identity: { password: { user: { name: 'u', password: 'p' } } } } },
  ]);
  const headers = { 'x-storage-url': 'https://swift.example.com/v1/AUTH_a', 'x-auth-token': 't' };
  const { login } = await loggingIn(fromCloudsYaml('old', { file }), { headers });
  expect(login.endpoints.map(({ region }) => region)).toEqual(['here']);
});

test('what is not there, or is not followed, is told', () => {
  const file = withClouds(clouds);
  expect(() => fromCloudsYaml('staging', { file })).toThrow('has no cloud "staging"');
  expect(() => fromCloudsYaml('production', { file })).toThrow('password is missing');
  expect(() => fromCloudsYaml('open', { file })).toThrow('NODE_EXTRA_CA_CERTS');
  expect(() => fromCloudsYaml('open', { file: `${file}.none` })).toThrow('has no cloud');
});
