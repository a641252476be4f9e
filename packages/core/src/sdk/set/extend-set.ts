import { OptionError } from '../../errors/option-error.js';
import { setOf, stateOf } from './set-proxy.js';

/** A set with what a package added to it, which `in` and `with` keep. */
export type Extended<Set, Extras> = Omit<Set, 'in' | 'with'> &
  Extras & {
    in(...regions: string[]): Extended<Set, Extras>;
    with(options: Set extends { with(options: infer O): unknown } ? O : never): Extended<Set, Extras>;
  };

/**
 * Adds members to a set: `extras` is called with the set, and again with each set that `in` and `with` make of it, so that what
 * it adds always speaks of the regions and options of the set that it is called on. An added member hides a service's method.
 *
 * @example
 * const withCount = extendSet(serviceSet(EC2), (set) => ({
 *   countVolumes: () => set.paginateDescribeVolumes({}).items((page) => page.Volumes).count(),
 * }));
 * const { count, exact } = await withCount.in('eu-*').countVolumes();
 */
export function extendSet<Set extends object, Extras extends object>(
  set: Set,
  extras: (set: Set) => Extras,
): Extended<Set, Extras> {
  const state = stateOf(set);
  if (typeof extras !== 'function') {
    throw new OptionError('extendSet(set, extras): extras are a function of the set that gives what is added');
  }
  if (state === undefined) throw new OptionError('extendSet(set, extras): give a set that serviceSet() made');
  return setOf({ ...state, extras: [...state.extras, extras as never] }) as Extended<Set, Extras>;
}
