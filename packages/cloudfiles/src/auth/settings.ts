import { OptionError } from '@proj/core';
import type { SwiftFacts } from '../facts/swift-facts.js';
import type { EndpointInterface } from './catalog.js';
import { keystone } from './keystone.js';
import type { KeystoneOptions } from './keystone-options.js';
import { keystoneV2 } from './keystone-v2.js';
import type { Authenticator } from './login.js';
import { v1 } from './v1.js';

/** What a login is made of, by the names that OpenStack's tools have: `auth_url`, `project_name`, … */
export type Settings = Readonly<Record<string, string | undefined>>;

/** What goes with it. */
export interface SettingsPlace {
  readonly interface?: string | undefined;
  readonly regions?: readonly string[] | undefined;
  /** What was read, for messages. */
  readonly from: string;
}

/** Somebody who logs in as such settings say. @throws OptionError */
export function authenticatorOf(settings: Settings, place: SettingsPlace): Authenticator<SwiftFacts> {
  const type = settings['auth_type'] ?? '';
  if (/^v?1|v1password/.test(type) || settings['identity_api_version'] === '1') return ofV1(settings, place);
  if (type.startsWith('v2') || /^2(\.0)?$/.test(settings['identity_api_version'] ?? '')) return ofV2(settings, place);
  return keystone(ofV3(settings, place, type));
}

function needed(settings: Settings, name: string, { from }: SettingsPlace): string {
  const value = settings[name];
  if (value !== undefined) return value;
  throw new OptionError(`${from}: ${name} is missing`);
}

function ofV1(settings: Settings, place: SettingsPlace): Authenticator<SwiftFacts> {
  return v1({
    authUrl: needed(settings, 'auth_url', place),
    user: needed(settings, 'username', place),
    key: needed(settings, 'password', place),
    region: place.regions?.[0],
  });
}

function ofV2(settings: Settings, place: SettingsPlace): Authenticator<SwiftFacts> {
  return keystoneV2({
    authUrl: needed(settings, 'auth_url', place),
    username: needed(settings, 'username', place),
    password: needed(settings, 'password', place),
    tenantName: settings['project_name'],
    tenantId: settings['project_id'],
    interface: interfaceOf(place),
    regions: place.regions,
  });
}

function ofV3(settings: Settings, place: SettingsPlace, type: string): KeystoneOptions {
  const terms = {
    authUrl: needed(settings, 'auth_url', place),
    interface: interfaceOf(place),
    regions: place.regions,
  };
  const user = {
    userId: settings['user_id'],
    username: settings['username'],
    userDomainId: settings['user_domain_id'] ?? settings['default_domain_id'] ?? settings['domain_id'],
    userDomainName: settings['user_domain_name'] ?? settings['default_domain_name'] ?? settings['domain_name'],
  };
  if (/applicationcredential/.test(type) || settings['application_credential_secret'] !== undefined) {
    return {
      ...terms,
      ...user,
      applicationCredentialId: settings['application_credential_id'],
      applicationCredentialName: settings['application_credential_name'],
      applicationCredentialSecret: needed(settings, 'application_credential_secret', place),
    };
  }
  const scope = scopeOf(settings);
  if (/token/.test(type) || (settings['token'] !== undefined && settings['password'] === undefined)) {
    return { ...terms, ...scope, token: needed(settings, 'token', place) };
  }
  return { ...terms, ...user, ...scope, password: needed(settings, 'password', place) };
}

function scopeOf(settings: Settings): object {
  return {
    projectId: settings['project_id'],
    projectName: settings['project_name'],
    projectDomainId: settings['project_domain_id'] ?? settings['default_domain_id'] ?? settings['domain_id'],
    projectDomainName: settings['project_domain_name'] ?? settings['default_domain_name'] ?? settings['domain_name'],
    trustId: settings['trust_id'],
  };
}

/** Also in the older form, `publicURL`. */
function interfaceOf(place: SettingsPlace): EndpointInterface | undefined {
  return place.interface?.replace(/URL$/, '') as EndpointInterface | undefined;
}
