import { describe, expect, it } from 'vitest';
import { type LocalCloud, ManualClock } from '../../index.js';
import { startForTest } from '../../testing/clients.js';
import { send, swiftCaller } from '../../testing/swift.js';

const regions = ['DFW', 'ORD', 'IAD', 'LON', 'SYD', 'HKG'];

interface Endpoint {
  readonly region: string;
  readonly interface: string;
  readonly url: string;
  readonly publicURL: string;
  readonly tenantId: string;
}

interface Service {
  readonly name: string;
  readonly type: string;
  readonly endpoints: readonly Endpoint[];
}

/** What both identity services answer with. */
interface Document {
  readonly token: {
    readonly catalog: readonly Service[];
    readonly expires_at: string;
    readonly project: { id: string };
  };
  readonly access: {
    readonly token: { readonly id: string };
    readonly serviceCatalog: readonly Service[];
    readonly user: { readonly 'RAX-AUTH:defaultRegion': string; readonly roles: readonly { tenantId: string }[] };
  };
}

async function post(url: string, sent: object) {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(sent) });
  const body = (await answer.json()) as Document;
  return { status: answer.status, token: answer.headers.get('x-subject-token'), body };
}

function keystone(cloud: LocalCloud, identity: object, scope?: object) {
  return post(`${cloud.url}/identity/v3/auth/tokens`, { auth: { identity, ...(scope && { scope }) } });
}

function rackspace(cloud: LocalCloud, auth: object) {
  return post(`${cloud.url}/identity/v2.0/tokens`, { auth });
}

function passwordOf({ credentials }: LocalCloud) {
  const user = { name: credentials.accessKeyId, domain: { id: 'default' }, password: credentials.secretAccessKey };
  return { methods: ['password'], password: { user } };
}

const projectOf = ({ accounts }: LocalCloud) => ({ project: { name: accounts[0]?.id, domain: { id: 'default' } } });

describe('auth v1', () => {
  it('gives an address in the region that is asked, and a token', async () => {
    const cloud = await startForTest();
    const { url, ask } = await swiftCaller(cloud, 'LON');
    expect(url).toBe(`${cloud.url}/swift/LON/v1/AUTH_111122223333`);
    expect((await ask('HEAD', '')).status).toBe(204);
    expect(cloud.requests.count({ service: 'swift', region: 'LON', account: '111122223333' })).toBe(1);
  });

  it('lets nobody in by another key, and nothing without a token', async () => {
    const cloud = await startForTest();
    const headers = { 'x-auth-user': cloud.credentials.accessKeyId, 'x-auth-key': 'another' };
    expect((await send('GET', `${cloud.url}/auth/v1.0`, { headers })).status).toBe(401);
    const { ask } = await swiftCaller(cloud);
    const without = await ask('GET', '', { token: null });
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([401, 'Swift realm="AUTH_111122223333"']);
    expect((await ask('GET', '', { token: 'AUTH_tkof_nobody' })).status).toBe(401);
  });

  it('lets tokens expire', async () => {
    const clock = new ManualClock();
    const cloud = await startForTest({ clock, swiftTokenTime: 60_000 });
    const { ask } = await swiftCaller(cloud);
    clock.advance(59_999);
    expect((await ask('HEAD', '')).status).toBe(204);
    clock.advance(1);
    expect((await ask('HEAD', '')).status).toBe(401);
  });
});

describe('Keystone', () => {
  it('gives a token and a catalog of all regions for a password', async () => {
    const cloud = await startForTest();
    const { status, token, body } = await keystone(cloud, passwordOf(cloud), projectOf(cloud));
    expect(status).toBe(201);
    const store = body.token.catalog.find(({ type }) => type === 'object-store');
    const open = (store?.endpoints ?? []).filter((one) => one.interface === 'public');
    expect(open.map(({ region }) => region)).toEqual(regions);
    expect((await send('HEAD', String(open[1]?.url), { token })).status).toBe(204);
  });

  it('gives an application credential its project, and refuses a scope beside it', async () => {
    const cloud = await startForTest();
    const { accessKeyId: id, secretAccessKey: secret } = cloud.credentials;
    const identity = { methods: ['application_credential'], application_credential: { id, secret } };
    const { status, body } = await keystone(cloud, identity);
    expect([status, body.token.project.id]).toEqual([201, '111122223333']);
    expect((await keystone(cloud, identity, projectOf(cloud))).status).toBe(401);
  });

  it('makes a token of a token, and one without a scope has no catalog', async () => {
    const cloud = await startForTest();
    const first = await keystone(cloud, passwordOf(cloud));
    expect(first.body.token.catalog).toBeUndefined();
    const identity = { methods: ['token'], token: { id: first.token } };
    const second = await keystone(cloud, identity, projectOf(cloud));
    expect([second.status, second.body.token.catalog.length]).toEqual([201, 2]);
    expect(second.body.token.expires_at).toBe(first.body.token.expires_at);
  });

  it('shows and revokes tokens', async () => {
    const cloud = await startForTest();
    const { token } = await keystone(cloud, passwordOf(cloud), projectOf(cloud));
    const { ask } = await swiftCaller(cloud);
    const headers = { 'x-subject-token': String(token) };
    const url = `${cloud.url}/identity/v3/auth/tokens`;
    expect((await send('GET', url, { token, headers })).json()).toMatchObject({ token: { methods: ['password'] } });
    expect((await send('DELETE', url, { token, headers })).status).toBe(204);
    expect((await ask('HEAD', '', { token })).status).toBe(401);
    expect((await ask('HEAD', '')).status).toBe(204);
  });

  it('says what is wrong in its own form', async () => {
    const cloud = await startForTest();
    expect(await keystone(cloud, { methods: ['password'], password: {} })).toMatchObject({
      status: 401,
      body: { error: { code: 401, title: 'Unauthorized' } },
    });
    expect((await post(`${cloud.url}/identity/v3/auth/tokens`, {})).status).toBe(400);
    expect((await send('GET', `${cloud.url}/identity`, {})).status).toBe(300);
  });
});

describe('faults of the identity services', () => {
  it('are told in the form of each', async () => {
    const cloud = await startForTest();
    await cloud.setFaults({ DFW: { kind: 'error', status: 503, action: 'Authenticate' } });
    const v3 = await keystone(cloud, passwordOf(cloud));
    expect([v3.status, v3.body]).toMatchObject([503, { error: { code: 503, title: 'Unavailable' } }]);
    const v2 = await rackspace(cloud, {});
    expect([v2.status, v2.body]).toMatchObject([503, { serviceUnavailable: { code: 503 } }]);
  });
});

describe('Rackspace', () => {
  it('gives a catalog of storage and CDN for an API key', async () => {
    const cloud = await startForTest();
    const { accessKeyId: username, secretAccessKey: apiKey } = cloud.credentials;
    const { status, body } = await rackspace(cloud, { 'RAX-KSKEY:apiKeyCredentials': { username, apiKey } });
    const [files, cdn] = body.access.serviceCatalog;
    expect([status, files?.name, cdn?.name, body.access.user['RAX-AUTH:defaultRegion']]).toEqual([
      200,
      'cloudFiles',
      'cloudFilesCDN',
      'DFW',
    ]);
    expect(files?.endpoints.map(({ region }) => region)).toEqual(regions);
    expect(files?.endpoints[0]?.tenantId).toMatch(/^MossoCloudFS_[0-9a-f-]{36}$/);
    const { id: token } = body.access.token;
    expect((await send('PUT', `${files?.endpoints[2]?.publicURL}/c`, { token })).status).toBe(201);
    const iad = await swiftCaller(cloud, 'IAD');
    expect((await iad.ask('HEAD', '/c')).status).toBe(204);
  });

  it('has the storage in no catalog of a token that is made of a token, until its tenant is named', async () => {
    const cloud = await startForTest();
    const { accessKeyId: username, secretAccessKey: password } = cloud.credentials;
    const { access } = (await rackspace(cloud, { passwordCredentials: { username, password } })).body;
    const token = { id: access.token.id };
    const [{ tenantId } = { tenantId: '' }] = access.user.roles;
    expect((await rackspace(cloud, { token })).body.access.serviceCatalog).toEqual([]);
    expect((await rackspace(cloud, { token, tenantId })).body.access.serviceCatalog).toHaveLength(2);
    expect((await rackspace(cloud, { token, tenantId: 'another' })).status).toBe(401);
  });
});
