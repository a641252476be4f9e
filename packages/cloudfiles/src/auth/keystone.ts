import { OptionError } from '@proj/core';
import { LoginError } from '../errors/login-error.js';
import { type SwiftFacts, swiftFacts } from '../facts/swift-facts.js';
import { endpointsOfV3, membersOf } from './catalog.js';
import {
  checkKeystoneOptions,
  type KeystoneApplication,
  type KeystoneOptions,
  type KeystonePassword,
  type KeystoneToken,
} from './keystone-options.js';
import type { Authenticator, Login } from './login.js';

/**
 * Logs in to Keystone, version 3: by password, by an application credential, or by a token.
 *
 * @throws OptionError
 * @see https://docs.openstack.org/api-ref/identity/v3/#authentication-and-token-management
 * @example
 * ```ts
 * const auth = keystone({ authUrl: 'https://keystone.example.com', applicationCredentialId, applicationCredentialSecret });
 * ```
 */
export function keystone(options: KeystoneOptions): Authenticator<SwiftFacts> {
  checkKeystoneOptions('keystone(options)', options);
  const body = { auth: requestOf(options) };
  const url = `${versioned(options.authUrl)}/auth/tokens`;
  return {
    facts: swiftFacts,
    regions: options.regions,
    login: async (send) => {
      const { headers, body: answer } = await send({ method: 'POST', url, body });
      return loginOf(new URL(url).host, headers['x-subject-token'], membersOf(membersOf(answer)['token']), options);
    },
  };
}

function loginOf(
  host: string,
  token: string | undefined,
  said: Readonly<Record<string, unknown>>,
  options: KeystoneOptions,
): Login {
  if (token === undefined) throw new LoginError(host, 'the answer has no token: see whether the address is right');
  const wanted = options.interface ?? 'public';
  const endpoints = endpointsOfV3(said['catalog'], wanted);
  if (endpoints.length === 0) {
    throw new LoginError(
      host,
      `the catalog has no object store for the interface ${wanted}: is a project named that has one?`,
    );
  }
  const expires = new Date(String(said['expires_at']));
  return { token, expires: Number.isNaN(expires.getTime()) ? undefined : expires, endpoints };
}

function versioned(authUrl: string): string {
  const url = authUrl.replace(/\/+$/, '');
  return url.endsWith('/v3') ? url : `${url}/v3`;
}

function requestOf(options: KeystoneOptions): object {
  if ('applicationCredentialSecret' in options) return applicationOf(options);
  const identity =
    'token' in options ? { methods: ['token'], token: { id: options.token } } : passwordIdentity(options);
  return { identity, ...scopeOf(options) };
}

function passwordIdentity(options: KeystonePassword): object {
  return { methods: ['password'], password: { user: { ...userOf(options), password: options.password } } };
}

/** It has a project of its own, so that none is to be named. */
function applicationOf(options: KeystoneApplication): object {
  const { applicationCredentialId: id, applicationCredentialName: name, applicationCredentialSecret: secret } = options;
  if (id === undefined && name === undefined) {
    throw new OptionError(
      'keystone(options): give applicationCredentialId, or applicationCredentialName with its user',
    );
  }
  const one = id === undefined ? { name, secret, user: userOf(options) } : { id, secret };
  return { identity: { methods: ['application_credential'], application_credential: one } };
}

function userOf({ userId, username, userDomainId, userDomainName }: Partial<KeystonePassword>): object {
  if (userId !== undefined) return { id: userId };
  if (username === undefined) throw new OptionError('keystone(options): give userId, or username with its domain');
  return { name: username, domain: domainOf('user', userDomainId, userDomainName) };
}

function scopeOf(options: KeystonePassword | KeystoneToken): object {
  const { projectId, projectName, projectDomainId, projectDomainName, trustId } = options;
  if (trustId !== undefined) return { scope: { 'OS-TRUST:trust': { id: trustId } } };
  if (projectId !== undefined) return { scope: { project: { id: projectId } } };
  // Without one, the user's own project is taken, if he has one.
  if (projectName === undefined) return {};
  return { scope: { project: { name: projectName, domain: domainOf('project', projectDomainId, projectDomainName) } } };
}

function domainOf(of: string, id: string | undefined, name: string | undefined): object {
  if (id !== undefined) return { id };
  if (name !== undefined) return { name };
  throw new OptionError(
    `keystone(options): a ${of} by its name needs its domain: give ${of}DomainName or ${of}DomainId`,
  );
}
