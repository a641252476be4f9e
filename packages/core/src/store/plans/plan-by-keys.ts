import { OptionError } from '../../errors/option-error.js';
import { quoted } from '../../errors/quoted.js';
import type { Bound, RequestKind, Requests } from '../requests/requests.js';
import type { Plan } from './plan.js';

/** How many keys there are, as far as it is known. */
export interface KnownKeys {
  readonly keys: Bound;
  readonly basis: Plan['basis'];
  readonly spentPlanning: number;
}

/** Nobody knows how many. */
export const unknownKeys: KnownKeys = { keys: { min: 0, max: 'unbounded' }, basis: 'formula', spentPlanning: 0 };

/** The plan of what costs so much for a number of keys, a cost that grows with it. */
export function planByKeys({ keys, basis, spentPlanning }: KnownKeys, at: (keys: number) => Requests): Plan {
  return { requests: between(at, keys), at: (count) => at(wholeKeys('keys', count)), basis, spentPlanning };
}

/** Throws an `OptionError` for what is no number of keys. */
export function wholeKeys(option: string, keys: number): number {
  if (Number.isSafeInteger(keys) && keys >= 0) return keys;
  throw new OptionError(`${option} is ${quoted(String(keys))}; give a whole number of keys, 0 or more`);
}

function between(at: (keys: number) => Requests, { min, max }: Bound): Requests {
  const least = at(min);
  const most = at(max === 'unbounded' ? min + 1_000_000 : max);
  const by: { [K in RequestKind]?: Bound } = {};
  for (const kind of Object.keys(most.by) as RequestKind[]) {
    by[kind] = { min: least.by[kind]?.min ?? 0, max: max === 'unbounded' ? 'unbounded' : (most.by[kind]?.max ?? 0) };
  }
  return { min: least.min, max: max === 'unbounded' ? 'unbounded' : most.max, by };
}
