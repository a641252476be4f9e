import { expect, test } from 'vitest';
import { loggingIn } from '../testing/logging-in.js';
import { keystone } from './keystone.js';
import type { KeystoneOptions } from './keystone-options.js';
import { keystoneV2 } from './keystone-v2.js';
import { v1 } from './v1.js';

const authUrl = 'https://keystone.example.com/identity';
const catalog = [
  { type: 'identity', endpoints: [{ interface: 'public', region: 'RegionOne', url: authUrl }] },
  {
    type: 'object-store',
    endpoints: [
      { interface: 'public', region: 'one', region_id: 'one', url: 'https://swift.one.example.com/v1/AUTH_p/' },
      { interface: 'internal', region: 'one', region_id: 'one', url: 'http://swift.one.internal/v1/AUTH_p' },
      { interface: 'public', region: 'two', url: 'https://swift.two.example.com/v1/AUTH_p' },
    ],
  },
];
const answer = {
  headers: { 'x-subject-token': 'the-token' },
  body: { token: { expires_at: '2026-11-26T10:00:00.000000Z', catalog } },
};
const bodyOf = async (options: Partial<KeystoneOptions>) =>
  (await loggingIn(keystone({ authUrl, ...options } as KeystoneOptions), answer)).sent[0]?.body;

test('a catalog has an address for each region; the token is a header', async () => {
  const { login, sent } = await loggingIn(keystone({ authUrl, token: 'old' }), answer);
  expect(sent.map(({ method, url }) => [method, url])).toEqual([['POST', `${authUrl}/v3/auth/tokens`]]);
  expect(login).toEqual({
    token: 'the-token',
    expires: new Date('2026-11-26T10:00:00Z'),
    endpoints: [
      { region: 'one', storage: 'https://swift.one.example.com/v1/AUTH_p' },
      { region: 'two', storage: 'https://swift.two.example.com/v1/AUTH_p' },
    ],
  });
  const inside = await loggingIn(keystone({ authUrl: `${authUrl}/v3/`, token: 'old', interface: 'internal' }), answer);
  expect(inside.sent[0]?.url).toBe(`${authUrl}/v3/auth/tokens`);
  expect(inside.login.endpoints).toEqual([{ region: 'one', storage: 'http://swift.one.internal/v1/AUTH_p' }]);
});

test('a password is of a user, by name with his domain or by id, and for a project', async () => {
  const named = { username: 'u', userDomainName: 'Default', password: 'p' };
  expect(await bodyOf({ ...named, projectName: 'pr', projectDomainId: 'default' })).toEqual({
    auth: {
      identity: {
        methods: ['password'],
        password: { user: { name: 'u', domain: { name: 'Default' }, password: 'p' } },
      },
      scope: { project: { name: 'pr', domain: { id: 'default' } } },
    },
  });
  expect(await bodyOf({ userId: 'u-1', password: 'p', projectId: 'p-1' })).toEqual({
    auth: {
      identity: { methods: ['password'], password: { user: { id: 'u-1', password: 'p' } } },
      scope: { project: { id: 'p-1' } },
    },
  });
  expect(await bodyOf({ ...named, trustId: 't' })).toMatchObject({
    auth: { scope: { 'OS-TRUST:trust': { id: 't' } } },
  });
});

test('an application credential has its project with it, and a token may be for another one', async () => {
  const secret = { applicationCredentialSecret: 's' };
  expect(await bodyOf({ ...secret, applicationCredentialId: 'a' })).toEqual({
    auth: { identity: { methods: ['application_credential'], application_credential: { id: 'a', secret: 's' } } },
  });
  const named = { applicationCredentialName: 'n', username: 'u', userDomainId: 'd' };
  expect(await bodyOf({ ...secret, ...named })).toMatchObject({
    auth: {
      identity: { application_credential: { name: 'n', secret: 's', user: { name: 'u', domain: { id: 'd' } } } },
    },
  });
  expect(await bodyOf({ token: 'old', projectId: 'p' })).toEqual({
    auth: { identity: { methods: ['token'], token: { id: 'old' } }, scope: { project: { id: 'p' } } },
  });
});

test.each<object>([
  {},
  { password: 'p' },
  { password: 'p', token: 't' },
  { password: 'p', username: 'u' },
  { password: 'p', userId: 'u', projectName: 'pr' },
  { applicationCredentialSecret: 's' },
  { token: '' },
  { token: 't', interface: 'outer' },
  { token: 't', regions: [] },
  { token: 't', tenant: 'x' },
])('%j says not who, and is refused without being shown', (options) => {
  const attempt = () => keystone({ authUrl, ...options } as KeystoneOptions);
  expect(attempt).toThrow(expect.objectContaining({ name: 'OptionError' }));
});

test('an answer without a token, or without an object store, is told', async () => {
  const auth = keystone({ authUrl, token: 'old' });
  await expect(loggingIn(auth, { body: answer.body })).rejects.toThrow('has no token');
  const empty = { ...answer, body: { token: { catalog: [] } } };
  await expect(loggingIn(auth, empty)).rejects.toThrow('no object store for the interface public');
});

test('the second version says it in its own words', async () => {
  const access = {
    token: { id: 'the-token', expires: '2026-11-26T10:00:00Z' },
    serviceCatalog: [
      { type: 'object-store', endpoints: [{ region: 'one', publicURL: 'https://swift.example.com/v1/AUTH_p' }] },
    ],
  };
  const auth = keystoneV2({ authUrl, username: 'u', password: 'p', tenantName: 't' });
  const { login, sent } = await loggingIn(auth, { body: { access } });
  expect(sent).toEqual([
    {
      method: 'POST',
      url: `${authUrl}/v2.0/tokens`,
      body: { auth: { passwordCredentials: { username: 'u', password: 'p' }, tenantName: 't', tenantId: undefined } },
    },
  ]);
  expect(login.endpoints).toEqual([{ region: 'one', storage: 'https://swift.example.com/v1/AUTH_p', cdn: undefined }]);
});

test('the first version is headers, and has one region', async () => {
  const url = 'https://swift.example.com/auth/v1.0';
  const headers = {
    'x-storage-url': 'https://swift.example.com/v1/AUTH_t',
    'x-auth-token': 'a',
    'x-storage-token': 'b',
  };
  const { login, sent } = await loggingIn(v1({ authUrl: url, user: 'test:tester', key: 'k' }), { headers });
  expect(sent).toEqual([{ method: 'GET', url, headers: { 'x-auth-user': 'test:tester', 'x-auth-key': 'k' } }]);
  expect(login.token).toBe('b');
  expect(login.endpoints).toEqual([{ region: 'RegionOne', storage: headers['x-storage-url'], cdn: undefined }]);
  await expect(loggingIn(v1({ authUrl: url, user: 'u', key: 'k' }), {})).rejects.toThrow('no X-Storage-Url');
});
