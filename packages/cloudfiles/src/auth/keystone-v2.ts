import { type SwiftFacts, swiftFacts } from '../facts/swift-facts.js';
import type { EndpointInterface } from './catalog.js';
import { checkTexts } from './check-texts.js';
import { checkPlace } from './keystone-options.js';
import type { Authenticator } from './login.js';
import { loginOfV2, withStores } from './token-answer.js';

/**
 * Who logs in to Keystone of the second version.
 *
 * @example
 * ```ts
 * const options: KeystoneV2Options = { authUrl: 'https://keystone.example.com/v2.0', username: 'reports', password, tenantName: 'reports' };
 * ```
 */
export interface KeystoneV2Options {
  readonly authUrl: string;
  readonly username: string;
  readonly password: string;
  readonly tenantName?: string | undefined;
  readonly tenantId?: string | undefined;
  /** @defaultValue `public` */
  readonly interface?: EndpointInterface | undefined;
  /** @defaultValue all of the catalog */
  readonly regions?: readonly string[] | undefined;
}

/** Logs in to Keystone of the second version, by password. @throws OptionError */
export function keystoneV2(options: KeystoneV2Options): Authenticator<SwiftFacts> {
  const { interface: wanted = 'public', regions, ...rest } = options;
  checkTexts('keystoneV2(options)', rest, ['authUrl', 'username', 'password'], ['tenantName', 'tenantId']);
  checkPlace('keystoneV2(options)', wanted, regions);
  const { username, password, tenantName, tenantId } = options;
  const url = `${versioned(options.authUrl)}/tokens`;
  const body = { auth: { passwordCredentials: { username, password }, tenantName, tenantId } };
  const { host } = new URL(url);
  const login: Authenticator['login'] = async (send) => {
    const answer = await send({ method: 'POST', url, body });
    return withStores(host, loginOfV2(host, answer.body, wanted));
  };
  return { facts: swiftFacts, regions, login };
}

function versioned(authUrl: string): string {
  const url = authUrl.replace(/\/+$/, '');
  return url.endsWith('/v2.0') ? url : `${url}/v2.0`;
}
