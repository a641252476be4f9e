import { expect, test } from 'vitest';
import { cloudFilesFacts } from '../facts/cloud-files-facts.js';
import { loggingIn } from '../testing/logging-in.js';
import { type RackspaceOptions, rackspace } from './rackspace.js';

const regions = ['DFW', 'ORD', 'IAD', 'LON', 'SYD', 'HKG'];
const storageOf = (region: string) => `https://storage101.${region.toLowerCase()}1.clouddrive.com/v1/MossoCloudFS_a`;
const cdnOf = (region: string) => `https://cdn1.${region.toLowerCase()}.example.com/v1/MossoCloudFS_a`;
const serviceCatalog = [
  { name: 'cloudServers', type: 'compute', endpoints: [{ region: 'DFW', publicURL: 'https://dfw.example.com' }] },
  {
    name: 'cloudFilesCDN',
    type: 'rax:object-cdn',
    endpoints: regions.map((region) => ({ region, publicURL: cdnOf(region) })),
  },
  {
    name: 'cloudFiles',
    type: 'object-store',
    endpoints: regions.map((region) => ({
      region,
      tenantId: 'MossoCloudFS_a',
      publicURL: storageOf(region),
      internalURL: storageOf(region).replace('storage', 'snet-storage'),
    })),
  },
];
const token = { id: 'the-token', expires: '2026-11-26T10:00:00.000Z' };
const whole = { body: { access: { token, serviceCatalog, user: {} } } };

test('an API key opens six regions, each with its CDN', async () => {
  const auth = rackspace({ username: 'u', apiKey: 'k' });
  expect(auth.facts).toBe(cloudFilesFacts);
  const { login, sent } = await loggingIn(auth, whole);
  expect(sent[0]).toMatchObject({
    url: 'https://identity.api.rackspacecloud.com/v2.0/tokens',
    body: { auth: { 'RAX-KSKEY:apiKeyCredentials': { username: 'u', apiKey: 'k' } } },
  });
  expect(login.endpoints).toEqual(
    regions.map((region) => ({ region, storage: storageOf(region), cdn: cdnOf(region) })),
  );
});

test('so does a password; and by ServiceNet the addresses inside are taken', async () => {
  const { login, sent } = await loggingIn(rackspace({ username: 'u', password: 'p', serviceNet: true }), whole);
  expect(sent[0]?.body).toMatchObject({ auth: { passwordCredentials: { username: 'u', password: 'p' } } });
  expect(login.endpoints[0]?.storage).toBe('https://snet-storage101.dfw1.clouddrive.com/v1/MossoCloudFS_a');
});

test('a token whose catalog lacks the object store asks again, for the tenant that has it', async () => {
  const roles = [{ name: 'identity:default' }, { name: 'object-store:default', tenantId: 'MossoCloudFS_a' }];
  const poor = { body: { access: { token: { id: 'first' }, serviceCatalog: [], user: { roles } } } };
  const { login, sent } = await loggingIn(rackspace({ token: 'old', tenantId: '123' }), poor, whole);
  expect(sent.map(({ body }) => body)).toEqual([
    { auth: { token: { id: 'old' }, tenantId: '123' } },
    { auth: { token: { id: 'first' }, tenantId: 'MossoCloudFS_a' } },
  ]);
  expect(login.endpoints).toHaveLength(6);
  const none = { body: { access: { token: { id: 'first' }, serviceCatalog: [], user: {} } } };
  await expect(loggingIn(rackspace({ token: 'old' }), none)).rejects.toThrow('has no object store');
});

test.each<RackspaceOptions>([{}, { username: 'u' }, { apiKey: 'k' }, { username: 'u', apiKey: 'k', password: 'p' }])(
  '%j says not who, and is refused',
  (options) => {
    expect(() => rackspace(options)).toThrow(expect.objectContaining({ name: 'OptionError' }));
  },
);
