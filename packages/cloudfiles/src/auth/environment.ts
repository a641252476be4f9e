import { OptionError } from '@proj/core';
import { type SwiftFacts, swiftFacts } from '../facts/swift-facts.js';
import { fromCloudsYaml } from './clouds-yaml.js';
import type { Authenticator } from './login.js';
import { authenticatorOf, type Settings } from './settings.js';
import { v1 } from './v1.js';

type Environment = Readonly<Record<string, string | undefined>>;

const names = [
  ...['auth_url', 'auth_type', 'identity_api_version', 'username', 'user_id', 'password', 'token', 'trust_id'],
  ...['project_name', 'project_id', 'project_domain_name', 'project_domain_id', 'user_domain_name', 'user_domain_id'],
  ...['default_domain_name', 'default_domain_id', 'domain_name', 'domain_id'],
  ...['application_credential_id', 'application_credential_name', 'application_credential_secret'],
];

/**
 * Who the environment says, as OpenStack's tools read it: `OS_STORAGE_URL` and `OS_AUTH_TOKEN` are who is logged in already; else `OS_CLOUD` names an entry of clouds.yaml; else `OS_AUTH_URL` and its like; else `ST_AUTH`, `ST_USER` and `ST_KEY`.
 *
 * @throws OptionError where there is none of them, or one is missing
 * @example
 * ```ts
 * const everywhere = await cloudFiles(fromEnvironment());
 * ```
 */
export function fromEnvironment(environment: Environment = process.env): Authenticator<SwiftFacts> {
  const [storage, token] = ['OS_STORAGE_URL', 'OS_AUTH_TOKEN'].map((name) => textOf(environment[name]));
  if (storage !== undefined && token !== undefined) return loggedIn(environment, storage, token);
  const cloud = textOf(environment['OS_CLOUD']);
  if (cloud !== undefined) return fromCloudsYaml(cloud, { environment });
  if (textOf(environment['OS_AUTH_URL']) !== undefined) return ofOpenStack(environment);
  const [authUrl, user, key] = ['ST_AUTH', 'ST_USER', 'ST_KEY'].map((name) => textOf(environment[name]));
  if (authUrl !== undefined && user !== undefined && key !== undefined) return v1({ authUrl, user, key });
  throw new OptionError(
    'the environment says nobody: set OS_CLOUD, or OS_AUTH_URL and what goes with it, or ST_AUTH, ST_USER and ST_KEY',
  );
}

/** Somebody who has a token, and knows for where. Nobody can renew it. */
function loggedIn(environment: Environment, storage: string, token: string): Authenticator<SwiftFacts> {
  const region = textOf(environment['OS_REGION_NAME']) ?? 'RegionOne';
  const endpoints = [{ region, storage: storage.replace(/\/$/, '') }];
  return { facts: swiftFacts, login: async () => ({ token, expires: undefined, endpoints }) };
}

function ofOpenStack(environment: Environment): Authenticator<SwiftFacts> {
  const region = textOf(environment['OS_REGION_NAME']);
  return authenticatorOf(settingsOf(environment), {
    from: 'the environment (OS_…)',
    interface: textOf(environment['OS_INTERFACE']) ?? textOf(environment['OS_ENDPOINT_TYPE']),
    regions: region === undefined ? undefined : [region],
  });
}

function settingsOf(environment: Environment): Settings {
  const known = names.map((name) => [name, textOf(environment[`OS_${name.toUpperCase()}`])] as const);
  const settings = Object.fromEntries(known.filter(([, value]) => value !== undefined));
  // A project was called a tenant once.
  return {
    ...settings,
    project_name: settings['project_name'] ?? textOf(environment['OS_TENANT_NAME']),
    project_id: settings['project_id'] ?? textOf(environment['OS_TENANT_ID']),
    token: settings['token'] ?? textOf(environment['OS_AUTH_TOKEN']),
  };
}

/** Files that set the environment leave what is not known empty. */
function textOf(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
