import { OptionError } from '../../errors/option-error.js';
import { type Target, targetOf } from '../../targets/target.js';
import { endServices } from './end-services.js';
import { type Learned, learnedFrom } from './learned.js';
import { bindToCalls } from './sdk-client.js';
import type { AnyPlace, AnyPlaces, ServiceSource } from './service-source.js';

/** Services that a function makes, one for each target. Their methods are learned from the first. */
export class FactorySource<S extends object> implements ServiceSource<S> {
  readonly #make: (target: Target) => S;
  readonly #name: string | undefined;
  readonly #places: AnyPlaces;
  readonly #services = new Map<Target, S>();
  #sample: S | undefined;
  #learned: Learned | undefined;

  constructor(make: (target: Target) => S, name: string | undefined, places: AnyPlaces) {
    this.#make = make;
    this.#name = name;
    this.#places = places;
  }

  learned(): Learned {
    if (this.#learned !== undefined) return this.#learned;
    const learned = learnedFrom(this.#first());
    this.#learned = { ...learned, service: this.#name ?? learned.service };
    return this.#learned;
  }

  at(target: Target): S {
    const made = this.#services.get(target);
    if (made !== undefined) return made;
    const service = bindToCalls(this.#made(target));
    this.#services.set(target, service);
    return service;
  }

  async close(): Promise<void> {
    const services = [...this.#services.values(), ...(this.#sample === undefined ? [] : [this.#sample])];
    this.#services.clear();
    this.#sample = undefined;
    await endServices(services);
  }

  /** The first that can be made: that one region's cannot is no matter of the others'. */
  #first(): S {
    const reasons: unknown[] = [];
    for (const place of this.#places) {
      try {
        return this.#firstAt(place);
      } catch (reason) {
        reasons.push(reason);
      }
    }
    throw reasons[0];
  }

  /** Without a name there is no target yet, and only a service can tell its class's: one is made for that alone. */
  #firstAt(place: AnyPlace): S {
    if (this.#name !== undefined) return this.at(targetOf({ ...place, service: this.#name }));
    this.#sample = this.#made(targetOf({ ...place, service: 'unnamed' }));
    return this.#sample;
  }

  #made(target: Target): S {
    const service: unknown = this.#make(target);
    if (typeof service === 'object' && service !== null && !('then' in service)) return service as S;
    const given = typeof service === 'object' && service !== null ? 'a promise' : String(service);
    throw new OptionError(
      `serviceSet(make): make gave ${given} for ${target.region}: it has to give the service of that target, without waiting`,
    );
  }
}
