import type { Account, AccountCredentials } from '../accounts/account.js';
import { makeAccount } from '../accounts/make-accounts.js';
import type { PortState, RegionPorts } from '../addresses/region-ports.js';
import type { Faults } from '../faults/fault.js';
import { FaultBook } from '../faults/fault-book.js';
import { addressPath } from '../gateway/address.js';
import { type CloudState, regionsNow } from '../gateway/cloud-state.js';
import type { Gateway } from '../gateway/gateway.js';
import type { Listener } from '../http/listener.js';
import { checkFaults } from '../options/check-faults.js';
import { LocalCloudOptionsError } from '../options/options-error.js';
import type { Region } from '../regions/region.js';
import type { Requests } from '../requests/request-log.js';
import type { LocalCloud } from './local-cloud.js';

/** What a cloud consists of once it runs. */
export interface RunningParts {
  readonly state: CloudState;
  readonly gateway: Gateway;
  readonly listener: Listener;
  readonly ports: RegionPorts;
}

/** The cloud that {@link startLocalCloud} gives. */
export class RunningCloud implements LocalCloud {
  readonly url: string;
  readonly credentials: AccountCredentials;
  readonly accounts: readonly Account[];
  readonly requests: Requests;
  readonly #parts: RunningParts;
  #closed: Promise<void> | undefined;

  constructor(parts: RunningParts) {
    const [first] = parts.state.accounts;
    if (!first) throw new LocalCloudOptionsError('accounts', 'is empty.');
    this.#parts = parts;
    this.url = addressOf(parts.listener.port);
    // Copies, since clients write into theirs.
    this.accounts = parts.state.accounts.map(({ id, credentials }) => makeAccount(id, credentials));
    this.credentials = { ...first.credentials };
    this.requests = parts.state.log;
  }

  get regions(): readonly Region[] {
    return regionsNow(this.#parts.state);
  }

  endpoint(service: string, region: string): string {
    const { services, regions: all } = this.#parts.state;
    const found = services.find(service);
    if (!found) {
      throw new LocalCloudOptionsError('service', `'${service}' is not served; ${listed(services.names)} are.`);
    }
    const regions = found.ownRegions?.map(({ name }) => name) ?? [...all.keys()];
    if (!regions.includes(region)) {
      throw new LocalCloudOptionsError(
        'region',
        found.ownRegions
          ? `'${region}' has no ${service}; ${listed(regions)} have it.`
          : `'${region}' is none of this cloud's; name one of ${regions.join(', ')}.`,
      );
    }
    if (found.regions && !found.regions.includes(region)) {
      throw new LocalCloudOptionsError('region', `'${region}' has no ${service}; ${listed(found.regions)} have it.`);
    }
    const port = this.#parts.ports.portOf(region) ?? this.#parts.listener.port;
    return `${addressOf(port)}${addressPath(service, region)}`;
  }

  async setFaults(faults: Faults): Promise<void> {
    const { state, ports } = this.#parts;
    const book = new FaultBook(checkFaults(faults, state.places));
    state.faults = book;
    await ports.apply(state.places.keys(), (region) => portState(book, region));
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #close(): Promise<void> {
    this.#parts.state.log.close();
    const ended = this.#parts.gateway.close();
    await Promise.all([ended, this.#parts.listener.close(), this.#parts.ports.close()]);
  }
}

function addressOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}

function listed(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : `${names[0]} alone`;
}

function portState(faults: FaultBook, region: string): PortState {
  if (faults.holds(region, 'refused')) return 'refused';
  return faults.holds(region, 'unaccepted') ? 'unaccepted' : 'open';
}
