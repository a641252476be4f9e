import { LoginError } from '../errors/login-error.js';
import { type SwiftFacts, swiftFacts } from '../facts/swift-facts.js';
import { checkTexts } from './check-texts.js';
import type { Authenticator, Login } from './login.js';

/**
 * Who logs in by the first version of Swift's login, which knows one address.
 *
 * @example
 * ```ts
 * const options: V1Options = { authUrl: 'https://swift.example.com/auth/v1.0', user: 'test:tester', key };
 * ```
 */
export interface V1Options {
  readonly authUrl: string;
  /** `account:user`, or a user. */
  readonly user: string;
  readonly key: string;
  /** What the one region is to be called. @defaultValue `RegionOne` */
  readonly region?: string | undefined;
}

/** Logs in by headers, as Swift's own tempauth has it. @throws OptionError */
export function v1(options: V1Options): Authenticator<SwiftFacts> {
  checkTexts('v1(options)', options, ['authUrl', 'user', 'key'], ['region']);
  const { authUrl: url, user, key, region = 'RegionOne' } = options;
  return {
    facts: swiftFacts,
    login: async (send): Promise<Login> => {
      const { headers } = await send({ method: 'GET', url, headers: { 'x-auth-user': user, 'x-auth-key': key } });
      const storage = headers['x-storage-url'];
      const token = headers['x-storage-token'] ?? headers['x-auth-token'];
      if (storage === undefined || token === undefined) {
        throw new LoginError(
          new URL(url).host,
          'the answer has no X-Storage-Url or no X-Auth-Token: see whether the address is right',
        );
      }
      const cdn = headers['x-cdn-management-url'];
      return { token, expires: expiry(headers['x-auth-token-expires']), endpoints: [{ region, storage, cdn }] };
    },
  };
}

/** It is told in seconds from now. */
function expiry(seconds: string | undefined): Date | undefined {
  return seconds !== undefined && /^\d+$/.test(seconds) ? new Date(Date.now() + Number(seconds) * 1_000) : undefined;
}
