import { OptionError } from '../../errors/option-error.js';
import type { CallOptions } from '../../fanout/call-options.js';
import type { Target } from '../../targets/target.js';
import { callAt } from '../calls/single-call.js';
import { targetIn } from '../choice/region-view.js';
import { type Learned, learnedFrom } from '../clients/learned.js';
import type { ServiceSource } from '../clients/service-source.js';
import type { ServiceSet } from './fanned-types.js';
import { setOf, stateOf } from './set-proxy.js';
import type { SetState } from './set-state.js';

/** One target of a set of clients, as the objects of a resource package see it. */
export interface Place<C> {
  readonly target: Target;
  /** The plain client of this region. */
  readonly native: C;
  /**
   * Makes requests by the client under the set's rules: its time-out (60 s unless given), its check of bodies. Fails with the SDK's
   * own error without its hidden request, or with `TimeOverError`, `CancelledError`, `UnexpectedBodyError`.
   */
  call<R>(operation: string, work: (native: C) => Promise<R>, options?: CallOptions): Promise<R>;
  /** The twelve digits of the account, asked of STS once when the credentials do not say. */
  account(): Promise<string>;
}

/**
 * A set of a package's own objects over a set of SDK clients: same regions, options and connections, other methods.
 *
 * @example
 * class Volumes {
 *   constructor(readonly place: Place<EC2>) {}
 *   async count() {
 *     const page = await this.place.call('describeVolumes', (native) => native.describeVolumes({}));
 *     return page.Volumes?.length ?? 0;
 *   }
 * }
 * const counts = await resourceSet(serviceSet(EC2), (place) => new Volumes(place)).count().byRegion();
 */
export function resourceSet<C extends object, R extends object>(
  clients: ServiceSet<C>,
  make: (place: Place<C>) => R,
): ServiceSet<R> {
  const state = stateOf(clients);
  if (state === undefined) throw new OptionError('resourceSet(clients, make): give a set that serviceSet() made');
  const source = new ResourceSource(state, make as (place: never) => object);
  return setOf({ ...state, source, extras: [] }) as ServiceSet<R>;
}

/** The life of the set of clients is theirs, too: there is nothing of their own to close. */
class ResourceSource implements ServiceSource<object> {
  readonly #clients: SetState<object>;
  readonly #make: (place: never) => object;
  readonly #resources = new Map<Target, object>();
  #learned: Learned | undefined;

  constructor(clients: SetState<object>, make: (place: never) => object) {
    this.#clients = clients;
    this.#make = make;
  }

  learned(): Learned {
    if (this.#learned !== undefined) return this.#learned;
    const { service } = this.#clients.source.learned();
    const { names, partition } = this.#clients.finder.candidates();
    const resource = this.at(targetIn(service, names[0] ?? '', partition));
    this.#learned = { ...learnedFrom(resource), service };
    return this.#learned;
  }

  at(target: Target): object {
    const made = this.#resources.get(target);
    if (made !== undefined) return made;
    const resource = this.#make(placeOf(this.#clients, target) as never);
    this.#resources.set(target, resource);
    return resource;
  }

  async close(): Promise<void> {
    this.#resources.clear();
  }
}

function placeOf(state: SetState<object>, target: Target): Place<object> {
  const native = state.source.at(target);
  return {
    target,
    native,
    call: (operation, work, options) => callAt(state, target, operation, () => work(native), options),
    account: () => state.account.id(target.region),
  };
}
