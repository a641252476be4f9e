import { type Target, targetOf } from '../../targets/target.js';
import { endServices } from './end-services.js';
import { type Learned, learnedFrom } from './learned.js';
import { type ClientClass, type ClientOptions, makeClient, makeSample, type Shared } from './make-client.js';
import { looksLikeClient } from './sdk-client.js';
import type { AnyPlace, ServiceSource } from './service-source.js';

/** Clients of a class, one for each region: a client signs for the first region that it saw. */
export class ClientSource implements ServiceSource<object> {
  readonly #class: ClientClass;
  readonly #options: ClientOptions;
  readonly #shared: Shared;
  readonly #anyPlace: AnyPlace;
  readonly #clients = new Map<string, object>();
  #learned: Learned | undefined;

  constructor(Class: ClientClass, options: ClientOptions, shared: Shared, anyPlace: AnyPlace) {
    this.#class = Class;
    this.#options = options;
    this.#shared = shared;
    this.#anyPlace = anyPlace;
  }

  learned(): Learned {
    if (this.#learned !== undefined) return this.#learned;
    const learned = learnedFrom(this.#sample());
    this.#learned = { ...learned, service: this.#options.service ?? learned.service };
    return this.#learned;
  }

  at(target: Target): object {
    const made = this.#clients.get(target.region);
    if (made !== undefined) return made;
    const client = makeClient(this.#class, target, this.#options, this.#shared);
    this.#clients.set(target.region, client);
    return client;
  }

  async close(): Promise<void> {
    const clients = [...this.#clients.values()];
    this.#clients.clear();
    await endServices(clients);
  }

  /** The target of an SDK client bears the name that only a client knows, so one is made for the sake of its name alone. */
  #sample(): object {
    const sample = looksLikeClient(this.#class)
      ? makeSample(this.#class, this.#anyPlace.region, this.#options, this.#shared)
      : undefined;
    return sample ?? this.at(targetOf({ ...this.#anyPlace, service: this.#options.service ?? this.#class.name }));
  }
}
