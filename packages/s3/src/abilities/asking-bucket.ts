import type { AbilityOf, Asking, PossibleAbility } from '@proj/core/store';
import type { BucketHome } from '../calls/bucket-home.js';
import type { RequestOptions } from '../calls/request-options.js';
import type { S3Facts } from '../facts/s3-facts.js';
import { BucketSettings } from '../settings/bucket-settings.js';
import { hasAbility, requireAbility } from './has-ability.js';
import { abilities, type S3Abilities } from './s3-abilities.js';

type Possible = PossibleAbility<S3Facts>;

/** A bucket that is asked for what it can do. */
export class AskingBucket extends BucketSettings implements Asking<S3Facts, S3Abilities> {
  static {
    // Members for the compiler only once `has` was asked, so they are none of the class's.
    for (const ability of Object.keys(abilities) as Possible[]) {
      if (ability in AskingBucket.prototype) continue; // a method that every bucket has
      const get = function (this: AskingBucket): object | undefined {
        return this.has(ability) ? abilities[ability](this.#home) : undefined;
      };
      Object.defineProperty(AskingBucket.prototype, ability, { get, configurable: true });
    }
  }

  readonly #home: BucketHome;

  constructor(home: BucketHome) {
    super(home);
    this.#home = home;
  }

  /**
   * Whether the ability is there, as far as it is known by now, and if so as a member. Sends nothing.
   *
   * @example
   * ```ts
   * if (bucket.has('containerAcl')) console.log(await bucket.containerAcl.acl());
   * ```
   */
  has<A extends Possible>(ability: A): this is { readonly [K in A]: AbilityOf<S3Abilities, K> } {
    return hasAbility(this.#home, ability);
  }

  /**
   * Finds out, by at most one request that is remembered, and gives the ability. @throws UnsupportedError where it is not there
   *
   * @example
   * ```ts
   * const rights = await bucket.require('containerAcl');
   * await rights.grant({ to: { group: 'LogDelivery' }, permission: 'WRITE' });
   * ```
   */
  async require<A extends Possible>(ability: A, options: RequestOptions = {}): Promise<AbilityOf<S3Abilities, A>> {
    await requireAbility(this.#home, ability, options);
    return abilities[ability](this.#home) as AbilityOf<S3Abilities, A>;
  }
}
