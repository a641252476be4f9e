import type { Facts } from '../facts/facts.js';
import type { Field } from '../facts/field.js';
import type { Plan } from '../plans/plan.js';
import { type KnownKeys, planByKeys, unknownKeys, wholeKeys } from '../plans/plan-by-keys.js';
import { splitsAllowed } from '../ranges/splits-allowed.js';
import { type Bound, exactly, type Requests, requests } from '../requests/requests.js';
import { askedFields, checkChoice } from './check-list-options.js';
import type { ListPlanOptions } from './list-options.js';
import type { ListingSource } from './listing-source.js';

/** What a listing will cost. Sends nothing but, where the store can count, the request that does. */
export async function planListing(source: ListingSource<Facts>, options: ListPlanOptions<Field>): Promise<Plan> {
  const { facts } = source;
  checkChoice(facts, options);
  const { perKey } = askedFields(facts, options.with ?? []);
  const parallel = isSplit(facts, options) ? (options.parallel ?? (perKey.length > 0 ? 1 : 16)) : 1;
  const at = (keys: number): Requests =>
    requests({ LIST: pagesFor(facts, keys, parallel), HEAD: exactly(perKey.length > 0 ? keys : 0) });
  return planByKeys(await knownKeys(source, options), at);
}

/** Whether a listing may be split into ranges. */
export function isSplit(facts: Facts, { delimiter }: { readonly delimiter?: string | undefined }): boolean {
  return facts.order === 'utf8' && delimiter === undefined;
}

function pagesFor({ page, lastPage }: Facts, keys: number, parallel: number): Bound {
  const pages = lastPage === 'told' ? Math.max(1, Math.ceil(keys / page)) : Math.floor(keys / page) + 1;
  const more = parallel > 1 && pages > 1 ? splitsAllowed(parallel, Math.ceil(keys / page)) : 0;
  return { min: pages, max: pages + more };
}

async function knownKeys(source: ListingSource<Facts>, options: ListPlanOptions<Field>): Promise<KnownKeys> {
  const { expectKeys, prefix, delimiter, after, before } = options;
  if (expectKeys !== undefined) {
    return { keys: exactly(wholeKeys('expectKeys', expectKeys)), basis: 'caller', spentPlanning: 0 };
  }
  if (source.facts.counts === 'never' || source.count === undefined) return unknownKeys;
  const count = await source.count();
  const whole = [prefix, delimiter, after, before].every((limit) => limit === undefined || limit === '');
  return { keys: { min: whole ? count : 0, max: count }, basis: 'counted', spentPlanning: 1 };
}
