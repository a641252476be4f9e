import { OptionError } from '@proj/core';
import type { Login } from '../auth/login.js';
import type { Session } from '../auth/session.js';
import type { StoreFacts } from '../facts/index.js';
import { checkAddress } from './addresses.js';
import type { Connections } from './connections.js';

/** What all requests of a set have in common. */
export interface RegionTerms<F extends StoreFacts = StoreFacts> {
  readonly session: Session;
  readonly connections: Connections;
  readonly facts: F;
  readonly maxAttempts: number;
  readonly allowHttp: boolean;
}

/** A region of a catalog, as the requests to it need to know it. */
export class Region<F extends StoreFacts = StoreFacts> {
  readonly name: string;
  readonly session: Session;
  readonly connections: Connections;
  readonly facts: F;
  readonly maxAttempts: number;
  readonly #allowHttp: boolean;

  constructor(name: string, terms: RegionTerms<F>) {
    this.name = name;
    this.session = terms.session;
    this.connections = terms.connections;
    this.facts = terms.facts;
    this.maxAttempts = terms.maxAttempts;
    this.#allowHttp = terms.allowHttp;
  }

  /** The address that a catalog has for it, which it may have changed since. @throws OptionError */
  addressIn(login: Login, to: 'storage' | 'cdn' = 'storage'): URL {
    const endpoint = login.endpoints.find(({ region }) => region === this.name);
    const address = endpoint?.[to];
    if (address !== undefined) return checkAddress(`the ${to} address of ${this.name}`, address, this.#allowHttp);
    throw new OptionError(`the catalog has no ${to} address for ${this.name}`);
  }
}
