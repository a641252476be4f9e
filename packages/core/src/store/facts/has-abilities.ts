import type { Ability } from './ability.js';
import type { Facts } from './facts.js';

/** What a package gives for each ability that its store has, or may have. */
export type AbilityTypes = { readonly [A in Ability]?: object | undefined };

/** The abilities that a store has, or may have. */
export type PossibleAbility<F extends Facts> = {
  [A in Ability]: F['has'][A] extends 'no' ? never : A;
}[Ability];

/** The abilities that a store always has. */
type CertainAbility<F extends Facts> = { [A in Ability]: F['has'][A] extends 'yes' ? A : never }[Ability];

/** What stands for an ability in this package. */
export type AbilityOf<T extends AbilityTypes, A extends Ability> = A extends keyof T ? NonNullable<T[A]> : never;

/**
 * Abilities as members: those that are always there, and as optional ones those that have to be asked for. What the store never has
 * is no member, so that using it does not compile.
 */
export type WithAbilities<F extends Facts, T extends AbilityTypes> = {
  readonly [A in CertainAbility<F>]: AbilityOf<T, A>;
} & {
  readonly [A in Exclude<PossibleAbility<F>, CertainAbility<F>>]?: AbilityOf<T, A> | undefined;
};

/** How an ability that depends on this bucket, container or cluster is asked for. */
export interface Asking<F extends Facts, T extends AbilityTypes> {
  /** Whether the ability is there, as far as it is known by now: what was not asked for yet is not. Sends nothing. */
  has<A extends PossibleAbility<F>>(ability: A): this is { readonly [K in A]: AbilityOf<T, K> };
  /** Finds out, by at most one request that is remembered. Throws `UnsupportedError` where the ability is not there. */
  require<A extends PossibleAbility<F>>(ability: A): Promise<AbilityOf<T, A>>;
}
