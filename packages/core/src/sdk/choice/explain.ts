import { OptionError } from '../../errors/option-error.js';
import { requireLife } from '../set/set-members.js';
import { stateOf } from '../set/set-proxy.js';
import { decide } from './region-decision.js';
import { RegionExplanation } from './region-explanation.js';
import { factsOf } from './region-facts.js';

/**
 * Why a region is one of a set's targets, or is not: in a sentence, and as data with its source and its age.
 *
 * Asks the account only what the set itself would ask (which regions are enabled, once an hour), and not where what was given or a
 * table decides already.
 *
 * @throws UnknownRegionError for a region that nobody knows, naming the nearest; RegionNameError for what cannot be a region;
 * OptionError for what is no set; DisposedError.
 *
 * @example
 * ```ts
 * const { sentence } = await explain(serviceSet(EC2), 'eu-south-2');
 * // eu-south-2 is out: the account has not opted in to it, says DescribeRegions asked in us-east-1, 12 minutes ago (cache)
 * ```
 */
export async function explain(set: object, region: string): Promise<RegionExplanation> {
  const state = stateOf(set);
  if (state === undefined) throw new OptionError('explain(set, region): give a set that serviceSet() made');
  requireLife(state);
  const { finder, view, source } = state;
  const facts = await factsOf(region, source.learned().service, finder);
  return new RegionExplanation(facts, await decide(facts, finder, view));
}
