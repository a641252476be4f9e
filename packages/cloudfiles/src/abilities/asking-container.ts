import type { AbilityOf, Asking, PossibleAbility } from '@proj/core/store';
import type { RequestOptions } from '../calls/request-options.js';
import type { StoreFacts } from '../facts/index.js';
import type { Region } from '../wire/region.js';
import { hasAbility, requireAbility } from './cluster-abilities.js';
import { abilities, type SwiftAbilities } from './swift-abilities.js';

/** A container that is asked for what its cluster can do. */
export class AskingContainer<F extends StoreFacts> implements Asking<F, SwiftAbilities> {
  static {
    // Members for the compiler only once `has` was asked, so they are none of the class's.
    for (const ability of Object.keys(abilities) as (keyof SwiftAbilities)[]) {
      const get = function (this: AskingContainer<StoreFacts>): object | undefined {
        return hasAbility(this.#region, ability) ? abilities[ability](this.#region, this.#name) : undefined;
      };
      Object.defineProperty(AskingContainer.prototype, ability, { get, configurable: true });
    }
  }

  readonly #region: Region<F>;
  readonly #name: string;

  constructor(region: Region<F>, name: string) {
    this.#region = region;
    this.#name = name;
  }

  /**
   * Whether the ability is there, as far as it is known by now, and if so as a member. Sends nothing.
   *
   * @example
   * ```ts
   * if (container.has('reverseList')) for await (const row of container.reverseList()) console.log(row);
   * ```
   */
  has<A extends PossibleAbility<F>>(ability: A): this is { readonly [K in A]: AbilityOf<SwiftAbilities, K> } {
    return hasAbility(this.#region, ability);
  }

  /**
   * Finds out, by asking the cluster once, and gives the ability. @throws UnsupportedError where it is not there
   *
   * @example
   * ```ts
   * const extract = await container.require('extractArchive');
   * await extract(createReadStream('site.tar.gz'), { format: 'tar.gz' });
   * ```
   */
  async require<A extends PossibleAbility<F>>(
    ability: A,
    options: RequestOptions = {},
  ): Promise<AbilityOf<SwiftAbilities, A>> {
    await requireAbility(this.#region, ability, options);
    const make = abilities[ability as keyof SwiftAbilities];
    return make(this.#region, this.#name) as AbilityOf<SwiftAbilities, A>;
  }
}
