import { OptionError } from '@proj/core';
import type { EndpointInterface } from './catalog.js';
import { checkTexts } from './check-texts.js';

/** Where Keystone is, and what of its catalog is wanted. */
interface KeystonePlace {
  /** Keystone's address, with its version or without. */
  readonly authUrl: string;
  /** Which addresses of the catalog. @defaultValue `public` */
  readonly interface?: EndpointInterface | undefined;
  /** Which regions of the catalog. @defaultValue all */
  readonly regions?: readonly string[] | undefined;
}

/** The project that a token is to be for. A name needs its domain. */
interface KeystoneScope {
  readonly projectId?: string | undefined;
  readonly projectName?: string | undefined;
  readonly projectDomainId?: string | undefined;
  readonly projectDomainName?: string | undefined;
  readonly trustId?: string | undefined;
}

/** A user by his id, or by his name with its domain. */
interface KeystoneUser {
  readonly userId?: string | undefined;
  readonly username?: string | undefined;
  readonly userDomainId?: string | undefined;
  readonly userDomainName?: string | undefined;
}

/** A user with his password. */
export interface KeystonePassword extends KeystonePlace, KeystoneScope, KeystoneUser {
  readonly password: string;
}

/** An application's own credential: its id, or its name with the user that it is of. It has its project with it. */
export interface KeystoneApplication extends KeystonePlace, KeystoneUser {
  readonly applicationCredentialId?: string | undefined;
  readonly applicationCredentialName?: string | undefined;
  readonly applicationCredentialSecret: string;
}

/** A token that somebody has already, for another one. */
export interface KeystoneToken extends KeystonePlace, KeystoneScope {
  readonly token: string;
}

/**
 * Who logs in to Keystone.
 *
 * @example
 * ```ts
 * const options: KeystoneOptions = {
 *   authUrl: 'https://keystone.example.com/v3', username: 'reports', userDomainName: 'Default', password,
 *   projectName: 'reports', projectDomainName: 'Default',
 * };
 * ```
 */
export type KeystoneOptions = KeystonePassword | KeystoneApplication | KeystoneToken;

const texts = [
  ...['projectId', 'projectName', 'projectDomainId', 'projectDomainName', 'trustId'],
  ...['userId', 'username', 'userDomainId', 'userDomainName', 'password', 'token'],
  ...['applicationCredentialId', 'applicationCredentialName', 'applicationCredentialSecret'],
];

/** @throws OptionError */
export function checkKeystoneOptions(call: string, given: KeystoneOptions): void {
  const { interface: wanted, regions, ...rest } = given ?? {};
  checkTexts(call, rest, ['authUrl'], texts);
  checkPlace(call, wanted, regions);
  const ways = ['password', 'token', 'applicationCredentialSecret'].filter((name) => name in rest);
  if (ways.length !== 1) {
    throw new OptionError(
      `${call}: give one of password, token and applicationCredentialSecret; there are ${ways.length}`,
    );
  }
}

/** @throws OptionError */
export function checkPlace(call: string, wanted: unknown, regions: unknown): void {
  if (wanted !== undefined && !['public', 'internal', 'admin'].includes(String(wanted))) {
    throw new OptionError(`${call}: interface is public, internal or admin`);
  }
  if (regions === undefined) return;
  if (!Array.isArray(regions) || regions.length === 0) throw new OptionError(`${call}: regions is a list of names`);
}
