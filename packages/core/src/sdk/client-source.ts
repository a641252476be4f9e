import { type Target, targetOf } from '../targets/target.js';
import {
  type ClientClass,
  type ClientOptions,
  isSdkClient,
  makeClient,
  type Shared,
  signingNameOf,
} from './make-client.js';
import { type MethodKind, methodsOf, streamsOf } from './method-kinds.js';
import type { ServiceSource } from './service-source.js';

/** Clients of a class, one for each region: a client signs for the first region that it saw. */
export class ClientSource implements ServiceSource<object> {
  readonly isClient: boolean;
  readonly #class: ClientClass;
  readonly #options: ClientOptions;
  readonly #shared: Shared;
  readonly #anyRegion: string;
  readonly #clients = new Map<string, object>();
  #service: string | undefined;
  #methods: ReadonlyMap<string, MethodKind> | undefined;

  /** `anyRegion`: one that the set may well have; its client is made first, to learn the service's name from. */
  constructor(Class: ClientClass, options: ClientOptions, shared: Shared, anyRegion: string) {
    this.isClient = isSdkClient(Class);
    this.#class = Class;
    this.#options = options;
    this.#shared = shared;
    this.#anyRegion = anyRegion;
    this.#service = options.service ?? (this.isClient ? undefined : Class.name);
  }

  service(): string {
    if (this.#service !== undefined) return this.#service;
    const client = this.at(targetOf({ service: this.#class.name, region: this.#anyRegion }));
    this.#service = signingNameOf(client) ?? this.#class.name;
    return this.#service;
  }

  at(target: Target): object {
    const made = this.#clients.get(target.region);
    if (made !== undefined) return made;
    const client = makeClient(this.#class, target, this.#options, this.#shared);
    this.#clients.set(target.region, client);
    return client;
  }

  methods(): ReadonlyMap<string, MethodKind> {
    const rules = { isClient: this.isClient, streams: streamsOf(this.#class) };
    this.#methods ??= methodsOf(this.#class.prototype, rules);
    return this.#methods;
  }

  async close(): Promise<void> {
    for (const client of this.#clients.values()) (client as { destroy?: () => void }).destroy?.();
    this.#clients.clear();
  }
}
