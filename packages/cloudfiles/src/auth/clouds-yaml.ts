import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { OptionError } from '@proj/core';
import { parse } from 'yaml';
import type { SwiftFacts } from '../facts/swift-facts.js';
import { membersOf } from './catalog.js';
import type { Authenticator } from './login.js';
import { authenticatorOf, type Settings } from './settings.js';

/**
 * Where clouds.yaml is.
 *
 * @example
 * ```ts
 * const options: CloudsYamlOptions = { file: 'deploy/clouds.yaml' };
 * ```
 */
export interface CloudsYamlOptions {
  /** @defaultValue `OS_CLIENT_CONFIG_FILE`; else clouds.yaml here, in ~/.config/openstack or in /etc/openstack, the first that is there */
  readonly file?: string | undefined;
  /** @defaultValue `process.env` */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
}

type Entry = Readonly<Record<string, unknown>>;

/**
 * Who an entry of clouds.yaml is, with what a secure.yaml beside it adds. Its `region_name` or `regions` are the regions of the set.
 *
 * @throws OptionError where there is no such file or entry, or something is missing in it
 * @see https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html
 * @example
 * ```ts
 * const everywhere = await cloudFiles(fromCloudsYaml('production'));
 * ```
 */
export function fromCloudsYaml(cloud: string, options: CloudsYamlOptions = {}): Authenticator<SwiftFacts> {
  const { environment = process.env } = options;
  const path = options.file ?? environment['OS_CLIENT_CONFIG_FILE'] ?? found();
  const entry = merged(entryOf(path, cloud), secretsOf(path, cloud, environment['OS_CLIENT_SECURE_FILE']));
  if (entry === undefined) throw new OptionError(`${path} has no cloud ${JSON.stringify(cloud)}`);
  refuse(path, entry);
  return authenticatorOf(settingsOf(entry), {
    from: `${path}, ${cloud}`,
    interface: textOf(entry['interface']) ?? textOf(entry['endpoint_type']),
    regions: regionsOf(entry),
  });
}

function found(): string {
  const places = ['.', join(homedir(), '.config', 'openstack'), '/etc/openstack'].map((at) => join(at, 'clouds.yaml'));
  const path = places.find((place) => contentOf(place) !== undefined);
  if (path !== undefined) return path;
  throw new OptionError(`there is no clouds.yaml: looked at ${places.join(', ')}; name it by OS_CLIENT_CONFIG_FILE`);
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function entryOf(path: string, cloud: string): Entry | undefined {
  const content = contentOf(path);
  const entry = content === undefined ? undefined : membersOf(membersOf(parse(content))['clouds'])[cloud];
  return entry === undefined ? undefined : membersOf(entry);
}

function secretsOf(path: string, cloud: string, named: string | undefined): Entry | undefined {
  return entryOf(named ?? join(dirname(path), 'secure.yaml'), cloud);
}

function merged(entry: Entry | undefined, more: Entry | undefined): Entry | undefined {
  if (entry === undefined || more === undefined) return entry;
  return { ...entry, ...more, auth: { ...membersOf(entry['auth']), ...membersOf(more['auth']) } };
}

/** What would change where a password goes, and is not followed here. */
function refuse(path: string, entry: Entry): void {
  if (entry['verify'] === false || entry['verify'] === 'false') {
    throw new OptionError(`${path}: verify: false is not followed; give the certificate by NODE_EXTRA_CA_CERTS`);
  }
  if (entry['profile'] !== undefined || entry['cloud'] !== undefined) {
    throw new OptionError(`${path}: profiles of vendors are not known here; write the auth_url into the entry`);
  }
}

/** The members of `auth`, and those of the entry itself that belong to a login. */
function settingsOf(entry: Entry): Settings {
  const { auth, auth_type, identity_api_version } = entry;
  const all = Object.entries({ ...membersOf(auth), auth_type, identity_api_version });
  const settings = Object.fromEntries(all.map(([name, value]) => [name, textOf(value)]));
  return {
    ...settings,
    project_name: settings['project_name'] ?? settings['tenant_name'],
    project_id: settings['project_id'] ?? settings['tenant_id'],
  };
}

function regionsOf({ regions, region_name }: Entry): readonly string[] | undefined {
  const listed = Array.isArray(regions) ? regions.map((one) => textOf(one) ?? textOf(membersOf(one)['name'])) : [];
  const named = [textOf(region_name), ...listed].filter((name) => name !== undefined);
  return named.length === 0 ? undefined : [...new Set(named)];
}

/** YAML reads `3` as a number and `true` as what it is. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
