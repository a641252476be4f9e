import { type Target, targetOf } from '../targets/target.js';
import { type MethodKind, methodsOf, streamsOf } from './method-kinds.js';
import type { ServiceSource } from './service-source.js';

/** Services that a function makes, one for each target. Their methods are learned from the first. */
export class FactorySource<S extends object> implements ServiceSource<S> {
  readonly isClient = false;
  readonly #make: (target: Target) => S;
  readonly #anyRegion: string;
  readonly #services = new Map<Target, S>();
  #service: string | undefined;
  #methods: ReadonlyMap<string, MethodKind> | undefined;

  /** `anyRegion`: one that the set may well have; its service is made first. */
  constructor(make: (target: Target) => S, service: string | undefined, anyRegion: string) {
    this.#make = make;
    this.#service = service;
    this.#anyRegion = anyRegion;
  }

  service(): string {
    // Only a service can tell its class's name, and its target would have needed that: this one is not kept.
    this.#service ??= this.#make(targetOf({ service: 'unnamed', region: this.#anyRegion })).constructor.name;
    return this.#service;
  }

  at(target: Target): S {
    const made = this.#services.get(target);
    if (made !== undefined) return made;
    const service = this.#make(target);
    this.#services.set(target, service);
    return service;
  }

  methods(): ReadonlyMap<string, MethodKind> {
    this.#methods ??= this.#learned();
    return this.#methods;
  }

  async close(): Promise<void> {
    const services = [...this.#services.values()] as (Partial<AsyncDisposable> & Partial<Disposable>)[];
    this.#services.clear();
    for (const service of services) await (service[Symbol.asyncDispose] ?? service[Symbol.dispose])?.call(service);
  }

  #learned(): ReadonlyMap<string, MethodKind> {
    const [first] = this.#services.values();
    const service = first ?? this.at(targetOf({ service: this.service(), region: this.#anyRegion }));
    return methodsOf(service, { isClient: false, streams: streamsOf(service.constructor) });
  }
}
