import type { Account } from '../../../accounts/account.js';
import { headerOf } from '../../../http/received-request.js';
import type { Answer } from '../../../wire/answer.js';
import { json, nothing } from '../wire/answers.js';
import { accountOfKey, type IdentityCall, member, readDocument } from './identity-call.js';
import { keystoneToken } from './keystone-token.js';
import type { Token } from './tokens.js';

/** OpenStack's identity service, version 3: a password, an application credential or a token for a token and a catalog. */
export async function keystone(call: IdentityCall): Promise<Answer> {
  const { request, path } = call;
  if (path === '/v3') return json(200, { version: version(call) });
  if (path === '/v3/auth/tokens') return request.method === 'POST' ? authenticate(call) : ofToken(call);
  const token = call.tokens.find(headerOf(request, 'x-auth-token'));
  if (!token) return refusal(401);
  if (path === '/v3/auth/catalog') return json(200, { catalog: keystoneToken(call, token, [], true)['catalog'] });
  if (path === '/v3/auth/projects') return json(200, { projects: [project(token.account)] });
  return refusal(404, 'Could not find the requested resource.');
}

/** What the address of the identity service itself says: which versions there are. */
export function versions(call: IdentityCall): Answer {
  return json(300, { versions: { values: [version(call), oldVersion(call)] } });
}

function version({ address }: IdentityCall): object {
  const links = [{ rel: 'self', href: `${address}/v3/` }];
  return { id: 'v3.14', status: 'stable', updated: '2020-04-07T00:00:00Z', links, 'media-types': [] };
}

function oldVersion({ address }: IdentityCall): object {
  const links = [{ rel: 'self', href: `${address}/v2.0/` }];
  return { id: 'v2.0', status: 'deprecated', updated: '2016-08-04T00:00:00Z', links, 'media-types': [] };
}

const TITLES: Readonly<Record<number, readonly [title: string, message: string]>> = {
  400: ['Bad Request', 'Expecting to find auth in request body.'],
  401: ['Unauthorized', 'The request you have made requires authentication.'],
  404: ['Not Found', 'Could not find token.'],
};

function refusal(code: number, said?: string): Answer {
  const [title, message] = TITLES[code] ?? ['', ''];
  const headers = code === 401 ? { 'www-authenticate': 'Keystone uri="/identity"' } : {};
  return json(code, { error: { code, message: said ?? message, title } }, headers);
}

async function authenticate(call: IdentityCall): Promise<Answer> {
  const auth = member(await readDocument(call.request), 'auth');
  const methods = member(auth, 'identity', 'methods');
  if (!Array.isArray(methods)) return refusal(400);
  const scope = member(auth, 'scope');
  const byCredential = methods.includes('application_credential');
  if (byCredential && scope !== undefined) {
    return refusal(401, 'Application credentials cannot request a scope.');
  }
  const before = call.tokens.find(String(member(auth, 'identity', 'token', 'id')));
  const account = methods.includes('token') ? before?.account : credentialed(call, auth, byCredential);
  if (!account || !fits(scope, account)) return refusal(401);
  const token = call.tokens.issue(account, methods.includes('token') ? before?.expires : undefined);
  const scoped = byCredential || isScoped(scope);
  const body = { token: keystoneToken(call, token, methods, scoped) };
  return json(201, body, { 'x-subject-token': token.id, vary: 'X-Auth-Token' });
}

function credentialed({ accounts }: IdentityCall, auth: unknown, byCredential: boolean): Account | undefined {
  if (!byCredential) {
    const user = member(auth, 'identity', 'password', 'user');
    return accountOfKey(accounts, member(user, 'name') ?? member(user, 'id'), member(user, 'password'));
  }
  const given = member(auth, 'identity', 'application_credential');
  const named = member(given, 'id') ?? member(given, 'name');
  return accountOfKey(accounts, named, member(given, 'secret'));
}

/** A scope that names a project names the account, by its id. */
function fits(scope: unknown, account: Account): boolean {
  const named = member(scope, 'project', 'id') ?? member(scope, 'project', 'name');
  return named === undefined || named === account.id;
}

function isScoped(scope: unknown): boolean {
  return member(scope, 'project') !== undefined;
}

function project({ id }: Account): object {
  return { id, name: id, domain_id: 'default', enabled: true };
}

/** Shows a token, says whether it is good, or revokes it. */
function ofToken(call: IdentityCall): Answer {
  const { request, tokens } = call;
  const asking = tokens.find(headerOf(request, 'x-auth-token'));
  if (!asking) return refusal(401);
  const subject: Token | undefined = tokens.find(headerOf(request, 'x-subject-token'));
  if (!subject) return refusal(404);
  if (request.method === 'DELETE') {
    tokens.revoke(subject.id);
    return nothing(204);
  }
  return json(200, { token: keystoneToken(call, subject, ['password'], true) }, { 'x-subject-token': subject.id });
}
