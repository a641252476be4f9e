import type { Answer, Asked } from './swift.js';

/** What an identity service of the tests knows. */
export interface Identity {
  readonly url: string;
  readonly regions: readonly string[];
  newToken(): string;
}

const expires = '2099-01-01T00:00:00.000000Z';

/** Lets in whoever has the word `secret` in what he sends; nobody else. `undefined` for what is no login. */
export function login(identity: Identity, asked: Asked): Answer | undefined {
  const { path, headers, body } = asked;
  const isV1 = path.startsWith('/auth/v1.0');
  if (!isV1 && path !== '/v3/auth/tokens' && path !== '/v2.0/tokens') return undefined;
  if (!JSON.stringify([headers, body.toString()]).includes('secret')) return { status: 401, body: 'no secret' };
  const token = identity.newToken();
  if (isV1) {
    const [region = ''] = path.split('/').slice(-1);
    return {
      status: 200,
      headers: { 'x-storage-url': storageOf(identity, region), 'x-auth-token': token, 'x-auth-token-expires': '86400' },
    };
  }
  return path.startsWith('/v3') ? v3(identity, token) : v2(identity, token);
}

function storageOf({ url }: Identity, region: string): string {
  return `${url}/${region}/v1/AUTH_test`;
}

function v3(identity: Identity, token: string): Answer {
  const endpoints = identity.regions.flatMap((region) => [
    { interface: 'internal', region, region_id: region, url: 'http://internal.example.com/v1/AUTH_test' },
    { interface: 'public', region, region_id: region, url: storageOf(identity, region) },
  ]);
  const catalog = [
    { type: 'compute', endpoints: [] },
    { type: 'object-store', name: 'swift', endpoints },
  ];
  return {
    status: 201,
    headers: { 'x-subject-token': token },
    body: JSON.stringify({ token: { expires_at: expires, catalog } }),
  };
}

function v2(identity: Identity, id: string): Answer {
  const stores = identity.regions.map((region) => ({ region, publicURL: storageOf(identity, region) }));
  const cdns = identity.regions.map((region) => ({ region, publicURL: `${identity.url}/${region}/cdn` }));
  const serviceCatalog = [
    { name: 'cloudFilesCDN', type: 'rax:object-cdn', endpoints: cdns },
    { name: 'cloudFiles', type: 'object-store', endpoints: stores },
  ];
  return {
    status: 200,
    body: JSON.stringify({ access: { token: { id, expires }, serviceCatalog, user: { roles: [] } } }),
  };
}
