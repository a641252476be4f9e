import { OptionError } from '@proj/core';
import { type CloudFilesFacts, cloudFilesFacts } from '../facts/cloud-files-facts.js';
import { membersOf } from './catalog.js';
import { checkTexts } from './check-texts.js';
import { checkPlace } from './keystone-options.js';
import type { Authenticator, Login } from './login.js';
import { loginOfV2, withStores } from './token-answer.js';

/**
 * Who logs in to Rackspace: by API key, by password, or by a token that he has.
 *
 * @example
 * ```ts
 * const options: RackspaceOptions = { username: 'reports', apiKey, regions: ['DFW', 'ORD'] };
 * ```
 */
export interface RackspaceOptions {
  readonly username?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly password?: string | undefined;
  readonly token?: string | undefined;
  /** The account's own, which a token needs. */
  readonly tenantId?: string | undefined;
  /** @defaultValue `https://identity.api.rackspacecloud.com/v2.0` */
  readonly authUrl?: string | undefined;
  /** Whether requests go by ServiceNet, which costs nothing and is reached from the same data centre only. @defaultValue false */
  readonly serviceNet?: boolean | undefined;
  /** @defaultValue all of the catalog */
  readonly regions?: readonly string[] | undefined;
}

/**
 * Logs in to Rackspace's identity service, version 2.0.
 *
 * @throws OptionError
 * @see https://docs-ospc.rackspace.com/cloud-files/v1/general-api-info/authentication
 */
export function rackspace(options: RackspaceOptions): Authenticator<CloudFilesFacts> {
  const { serviceNet = false, regions, ...rest } = options;
  checkTexts('rackspace(options)', rest, [], ['username', 'apiKey', 'password', 'token', 'tenantId', 'authUrl']);
  checkPlace('rackspace(options)', undefined, regions);
  const { authUrl = 'https://identity.api.rackspacecloud.com/v2.0', tenantId } = options;
  const url = `${authUrl.replace(/\/+$/, '')}/tokens`;
  const { host } = new URL(url);
  const wanted = serviceNet ? 'internal' : 'public';
  const auth = { ...credentialsOf(options), tenantId };
  const login: Authenticator['login'] = async (send): Promise<Login> => {
    const answer = await send({ method: 'POST', url, body: { auth } });
    const first = loginOfV2(host, answer.body, wanted);
    const tenant = first.endpoints.length > 0 ? undefined : storageTenantOf(answer.body);
    if (tenant === undefined) return withStores(host, first);
    // A token that was had by another token may lack the object store, whose tenant a role of it names.
    const body = { auth: { token: { id: first.token }, tenantId: tenant } };
    return withStores(host, loginOfV2(host, (await send({ method: 'POST', url, body })).body, wanted));
  };
  return { facts: cloudFilesFacts, regions, login };
}

function credentialsOf({ username, apiKey, password, token }: RackspaceOptions): object {
  const ways = [apiKey, password, token].filter((way) => way !== undefined);
  if (ways.length !== 1) {
    throw new OptionError(`rackspace(options): give one of apiKey, password and token; there are ${ways.length}`);
  }
  if (token !== undefined) return { token: { id: token } };
  if (username === undefined) throw new OptionError('rackspace(options): give username, whose key or password it is');
  return apiKey === undefined
    ? { passwordCredentials: { username, password } }
    : { 'RAX-KSKEY:apiKeyCredentials': { username, apiKey } };
}

function storageTenantOf(body: unknown): string | undefined {
  const { roles } = membersOf(membersOf(membersOf(body)['access'])['user']);
  const role = (Array.isArray(roles) ? roles : []).map(membersOf).find(({ name }) => name === 'object-store:default');
  return typeof role?.['tenantId'] === 'string' ? role['tenantId'] : undefined;
}
