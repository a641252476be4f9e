import type { Account } from '../../../accounts/account.js';
import { headerOf } from '../../../http/received-request.js';
import type { Answer } from '../../../wire/answer.js';
import { json, nothing } from '../wire/answers.js';
import { accountOfKey, type IdentityCall, member, readDocument, regionalAddress } from './identity-call.js';
import { storageNames } from './storage-names.js';
import type { Token } from './tokens.js';

/** Rackspace's identity service, version 2.0: an API key or a password for a token and a catalog. */
export async function rackspaceIdentity(call: IdentityCall): Promise<Answer> {
  const { request, path } = call;
  const [, , , id] = path.split('/');
  if (path === '/v2.0') return version(call);
  if (path === '/v2.0/tokens' && request.method === 'POST') return authenticate(call);
  if (path.startsWith('/v2.0/tokens') && request.method === 'DELETE') return revoke(call, id);
  return refusal(404, 'itemNotFound', 'Resource Not Found');
}

/** What Rackspace says to whom it does not let in, and to what it does not understand. */
function refusal(code: number, name: string, message: string): Answer {
  return json(code, { [name]: { code, message } }, { 'content-type': 'application/json' });
}

function version({ address }: IdentityCall): Answer {
  const links = [{ rel: 'self', href: `${address}/v2.0` }];
  return json(200, { version: { id: 'v2.0', status: 'CURRENT', updated: '2013-03-06T00:00:00Z', links } });
}

async function authenticate(call: IdentityCall): Promise<Answer> {
  const auth = member(await readDocument(call.request), 'auth');
  if (typeof auth !== 'object' || auth === null) return refusal(400, 'badRequest', 'Invalid json request body');
  const before = call.tokens.find(String(member(auth, 'token', 'id')));
  const account = before?.account ?? keyHolder(call, auth) ?? passwordHolder(call, auth);
  const tenant = member(auth, 'tenantId') ?? member(auth, 'tenantName');
  if (!account || (tenant !== undefined && !tenantsOf(account).includes(String(tenant)))) {
    return refusal(401, 'unauthorized', 'Unable to authenticate user with credentials provided.');
  }
  // A token that is got by a token opens what its tenant has, and the storage is not the numeric tenant's.
  const storage = !before || tenant === storageNames(account).rackspace;
  return json(200, access(call, call.tokens.issue(account, before?.expires), storage));
}

function keyHolder({ accounts }: IdentityCall, auth: object): Account | undefined {
  const given = member(auth, 'RAX-KSKEY:apiKeyCredentials');
  return accountOfKey(accounts, member(given, 'username'), member(given, 'apiKey'));
}

function passwordHolder({ accounts }: IdentityCall, auth: object): Account | undefined {
  const given = member(auth, 'passwordCredentials');
  return accountOfKey(accounts, member(given, 'username'), member(given, 'password'));
}

function tenantsOf(account: Account): readonly string[] {
  const { openstack, rackspace } = storageNames(account);
  return [account.id, openstack, rackspace];
}

function access(call: IdentityCall, { id, account, expires }: Token, storage: boolean): object {
  const { rackspace } = storageNames(account);
  const user = account.credentials.accessKeyId;
  return {
    access: {
      token: {
        id,
        expires: new Date(expires).toISOString(),
        tenant: { id: account.id, name: account.id },
        'RAX-AUTH:authenticatedBy': ['APIKEY'],
      },
      user: {
        id: account.id,
        name: user,
        'RAX-AUTH:defaultRegion': call.regions[0],
        roles: [
          { id: '5', name: 'object-store:default', description: 'Access to Cloud Files', tenantId: rackspace },
          { id: '6', name: 'compute:default', description: 'Access to Cloud Servers', tenantId: account.id },
        ],
      },
      serviceCatalog: storage ? catalog(call, rackspace) : [],
    },
  };
}

function catalog(call: IdentityCall, tenantId: string): readonly object[] {
  const { regions } = call;
  const files = regions.map((region) => {
    const address = regionalAddress(call, region, `/v1/${tenantId}`);
    return { region, tenantId, publicURL: address, internalURL: address };
  });
  const cdn = regions.map((region) => ({
    region,
    tenantId,
    publicURL: regionalAddress(call, region, `/cdn/v1/${tenantId}`),
  }));
  return [
    { name: 'cloudFiles', type: 'object-store', endpoints: files },
    { name: 'cloudFilesCDN', type: 'rax:object-cdn', endpoints: cdn },
  ];
}

function revoke({ request, tokens }: IdentityCall, id: string | undefined): Answer {
  const own = headerOf(request, 'x-auth-token');
  if (!tokens.find(own)) return refusal(401, 'unauthorized', 'No valid token provided.');
  tokens.revoke(id ?? String(own));
  return nothing(204);
}
