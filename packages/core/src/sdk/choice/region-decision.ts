import { regionsRead } from '../../regions/opt-in.js';
import { regionsOf } from '../../regions/table.js';
import type { Selection } from '../../targets/select.js';
import { verdictOn } from '../../targets/verdict.js';
import type { Enabled } from '../account/enabled-regions.js';
import type { RegionDecision, RegionFacts } from './region-explanation.js';
import type { RegionFinder } from './region-finder.js';
import type { RegionView } from './region-view.js';

/** What decides whether a set has a region: the first that keeps it out, else what takes it in. */
export async function decide(facts: RegionFacts, finder: RegionFinder, view: RegionView): Promise<RegionDecision> {
  const { chosen } = finder;
  const steps = [
    ...(chosen === undefined ? [] : [{ selection: chosen, of: '{ regions }' }]),
    ...view.selections.map((selection) => ({ selection, of: '.in()' })),
  ];
  const partition = await finder.partition(view.named);
  return (
    otherPartition(facts, partition) ??
    firstThatLeavesOut(facts, steps) ??
    withoutService(facts, chosen) ??
    (view.needsAsking ? byAnswer(facts, await finder.enabled(), partition) : takenIn(facts, steps, finder, partition))
  );
}

/** A selection, and which part of the set it belongs to. */
interface Step {
  readonly selection: Selection;
  readonly of: string;
}

function otherPartition({ partition }: RegionFacts, own: string | undefined): RegionDecision | undefined {
  if (partition === undefined || own === undefined || partition === own) return undefined;
  const because = `it is a region of ${partition}, and this set has those of ${own}`;
  return { in: false, reason: 'otherPartition', ...table(), because };
}

function firstThatLeavesOut({ region }: RegionFacts, steps: readonly Step[]): RegionDecision | undefined {
  for (const { selection, of } of steps) {
    const { takes, by } = verdictOn(selection, region);
    if (takes) continue;
    const [pattern = ''] = by;
    if (pattern.startsWith('!')) {
      return { in: false, reason: 'leftOut', ...given(), pattern, because: `'${pattern}' of ${of} leaves it out` };
    }
    const because = `${of} takes in only ${by.map((one) => `'${one}'`).join(', ')}`;
    return { in: false, reason: 'notNamed', ...given(), because };
  }
  return undefined;
}

/** Who names a region among the set's own wants it, whatever a table says of the service. */
function withoutService(facts: RegionFacts, chosen: Selection | undefined): RegionDecision | undefined {
  const { region, available, availableAt, service } = facts;
  if (available !== 'no' || availableAt === undefined || chosen?.exact.includes(region) === true) return undefined;
  return { in: false, reason: 'noService', source: 'table', at: availableAt, because: `it does not have ${service}` };
}

function byAnswer(facts: RegionFacts, answer: Enabled, partition: string | undefined): RegionDecision {
  if ('reason' in answer) return byAssumption(facts, answer, partition);
  const { at, source, by, enabled, changing } = answer;
  const status = changing.get(facts.region);
  const said = { at, source, because: `, says ${by}` };
  if (enabled.includes(facts.region)) {
    return { in: true, reason: 'enabled', ...said, because: `it is enabled for the account${said.because}` };
  }
  if (status !== undefined) {
    const because = `it is ${status} for the account, and is asked whether it answers${said.because}`;
    return { in: true, reason: 'changing', ...said, because };
  }
  const off = facts.optIn === true ? 'the account has not opted in to it' : 'it is not enabled for the account';
  return { in: false, reason: 'notEnabled', ...said, because: off + said.because };
}

function byAssumption(
  { region }: RegionFacts,
  { at, reason }: { readonly at: Date; readonly reason: string },
  partition = 'aws',
): RegionDecision {
  if (!regionsOf(partition).includes(region)) return notListed(partition);
  const because = `it is assumed to be enabled, as every region of ${partition} is, since ${reason}`;
  return { in: true, reason: 'assumed', source: 'assumed', at, because };
}

function takenIn(
  facts: RegionFacts,
  steps: readonly Step[],
  finder: RegionFinder,
  partition: string | undefined,
): RegionDecision {
  const { region } = facts;
  const named = steps.find(({ selection }) => selection.exact.includes(region));
  if (!finder.lists(region, partition)) return notListed(partition);
  if (named !== undefined) {
    const because = `it is named by ${named.of}${notAsked(facts)}`;
    return { in: true, reason: 'named', ...given(), pattern: region, because };
  }
  const [pattern] = steps.flatMap(({ selection }) => verdictOn(selection, region).by);
  if (pattern === undefined) {
    const because = `the set has every region of ${partition}${notAsked(facts)}`;
    return { in: true, reason: 'all', ...table(), because };
  }
  return { in: true, reason: 'matched', ...given(), pattern, because: `'${pattern}' takes it in${notAsked(facts)}` };
}

function notListed(partition: string | undefined): RegionDecision {
  const because = `it is none of the regions that this set has${partition === undefined ? '' : `, which are those of ${partition}`}`;
  return { in: false, reason: 'notListed', ...table(), because };
}

/** What might still go wrong there, since the account was not asked. */
function notAsked({ optIn, available, service }: RegionFacts): string {
  if (available === 'no') return `; it does not have ${service}, so that its outcome will be notSupported`;
  return optIn === true ? '; whether the account has opted in to it was not asked' : '';
}

function given(): Pick<RegionDecision, 'source' | 'at'> {
  return { source: 'given', at: new Date() };
}

function table(): Pick<RegionDecision, 'source' | 'at'> {
  return { source: 'table', at: new Date(regionsRead) };
}
