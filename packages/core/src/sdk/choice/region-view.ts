import type { Found } from '../../fanout/job.js';
import { knownRegions } from '../../regions/table.js';
import { NoRegionError } from '../../targets/no-region-error.js';
import { isExact, type Selection, selectionText, selectRegions } from '../../targets/select.js';
import { type Target, targetOf } from '../../targets/target.js';
import type { FoundRegions, RegionFinder } from './region-finder.js';

/** The regions of a set after its `in()`s. */
export class RegionView {
  readonly #finder: RegionFinder;
  readonly #service: () => string;
  readonly #selections: readonly Selection[];

  constructor(finder: RegionFinder, service: () => string, selections: readonly Selection[] = []) {
    this.#finder = finder;
    this.#service = service;
    this.#selections = selections;
  }

  /** The same, narrowed once more. */
  narrowed(selection: Selection): RegionView {
    return new RegionView(this.#finder, this.#service, [...this.#selections, selection]);
  }

  /** The targets as far as they are known without asking now. */
  known(): Found | undefined {
    const regions = this.needsAsking ? this.#finder.known() : this.#candidates;
    return regions && this.#found(regions);
  }

  /** The targets. Names alone need no look-up: whoever names a region wants its answer, whatever the list says. */
  async find(): Promise<Found> {
    return this.#found(this.needsAsking ? await this.#finder.find() : this.#candidates);
  }

  /** The targets that there may be, where the call ended while they were being looked up. */
  assumed({ message }: Error): Found {
    const reason = `the account's regions were still being looked up when the call ended (${message})`;
    return this.#found({ ...this.#candidates, source: { source: 'assumed', at: new Date(), reason } });
  }

  /** For people, while the targets are not known yet: `enabled regions, of these eu-*`. */
  toString(): string {
    return ['enabled regions', ...this.#selections.map((selection) => `of these ${selectionText(selection)}`)].join(
      ', ',
    );
  }

  /** What each `in()` takes in, in their order. */
  get selections(): readonly Selection[] {
    return this.#selections;
  }

  /** Whether the account has to be asked for the list. */
  get needsAsking(): boolean {
    return this.#finder.isLive && this.named === undefined;
  }

  /** A region that an `in()` of plain names names. */
  get named(): string | undefined {
    return this.#selections.find(isExact)?.exact[0];
  }

  get #candidates(): FoundRegions {
    return this.#finder.candidates(this.named);
  }

  #found({ names, partition, source }: FoundRegions): Found {
    const chosen = this.#selections.reduce((base, selection) => narrowed(selection, base), names);
    const service = this.#service();
    if (chosen.length === 0)
      throw new NoRegionError(`${service} is in no region of ${partition}: choose others by { regions }`);
    const targets = chosen.map((region) => targetIn(service, region, partition));
    return { targets, regions: source };
  }
}

function narrowed(selection: Selection, base: readonly string[]): readonly string[] {
  return selectRegions(selection, base, knownRegions());
}

/** The one target of a region in this partition. */
export function targetIn(service: string, region: string, partition: string | undefined): Target {
  return targetOf(partition === undefined ? { service, region } : { service, region, partition });
}
