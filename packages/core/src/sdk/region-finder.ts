import type { RegionSource } from '../fanout/report.js';
import { hasService } from '../regions/availability.js';
import {
  knownRegions,
  onePartition,
  partitionOf,
  regionsOf,
  requirePartition,
  requireRegion,
} from '../regions/table.js';
import { isExact, parseSelection, type Selection, selectRegions } from '../targets/select.js';
import { configuredRegion } from './configured-region.js';
import { type Enabled, enabledRegions, type LookUp } from './enabled-regions.js';
import type { RegionChoice } from './options.js';

/** The regions of a set before `in()`, and what is known of them. */
export interface FoundRegions {
  readonly names: readonly string[];
  readonly partition: string | undefined;
  readonly source: RegionSource;
  /** Regions that are certainly enabled for the account: what one of them refuses is no question of enabling it. */
  readonly enabled: ReadonlySet<string>;
}

/** What a finder needs to know of its set. */
export interface FinderSettings {
  readonly choice: RegionChoice;
  readonly partition: string | undefined;
  /** A factory's set may name any regions; a client's only AWS's. */
  readonly anyNames: boolean;
  readonly service: () => string;
  readonly lookUp: Omit<LookUp, 'partition'>;
}

/** Finds the regions of a set: from what was given, or by asking which are enabled for the account. */
export class RegionFinder {
  readonly #settings: FinderSettings;
  readonly #chosen: Selection | undefined;
  #given: FoundRegions | undefined;
  #live: FoundRegions | undefined;

  constructor(settings: FinderSettings) {
    this.#settings = settings;
    const { choice, partition } = settings;
    this.#chosen = typeof choice === 'string' ? undefined : parseSelection(choice);
    if (partition !== undefined) requirePartition(partition);
    if (!settings.anyNames && this.#chosen !== undefined) this.#checkNames(this.#chosen.exact);
  }

  /** Whether the account has to be asked. */
  get isLive(): boolean {
    const { choice } = this.#settings;
    return choice === 'enabled' || (this.#chosen !== undefined && isOnlyExclusions(this.#chosen));
  }

  /** The regions as far as they are known without asking now. */
  known(): FoundRegions | undefined {
    return this.isLive ? this.#live : this.#fromTable();
  }

  /** Every region that the set could have, for naming some of them without asking. */
  candidates(): FoundRegions {
    return this.isLive ? (this.#live ?? this.#wholePartition(this.#partitionNow())) : this.#fromTable();
  }

  /** The regions, after asking where that is needed. */
  async find(): Promise<FoundRegions> {
    if (!this.isLive) return this.#fromTable();
    const partition = this.#settings.partition ?? partitionOf((await configuredRegion()) ?? '') ?? 'aws';
    this.#live = this.#fromAnswer(partition, await enabledRegions({ ...this.#settings.lookUp, partition }));
    return this.#live;
  }

  #fromAnswer(partition: string, answer: Enabled): FoundRegions {
    if ('reason' in answer) {
      const source = { source: 'assumed', at: answer.at, reason: answer.reason } as const;
      return { ...this.#wholePartition(partition), source };
    }
    const names = this.#chosenFrom(answer.regions.filter((region) => this.#mayHaveService(region)));
    const source = { source: answer.source, at: answer.at } as const;
    return { names, partition, source, enabled: new Set(answer.regions) };
  }

  #fromTable(): FoundRegions {
    if (this.#given !== undefined) return this.#given;
    const chosen = this.#chosen;
    if (chosen === undefined || !isExact(chosen)) this.#given = this.#wholePartition(this.#partitionNow());
    else
      this.#given = {
        ...this.#noneKnown(),
        names: [...new Set(chosen.exact)],
        partition: this.#partitionOfNames(chosen.exact),
      };
    return this.#given;
  }

  #wholePartition(partition: string): FoundRegions {
    const withService = regionsOf(partition).filter((region) => this.#mayHaveService(region));
    const named = (this.#chosen?.exact ?? []).filter((region) => !withService.includes(region));
    return { ...this.#noneKnown(), names: this.#chosenFrom([...withService, ...named]), partition };
  }

  #noneKnown(): Omit<FoundRegions, 'names' | 'partition'> {
    return { source: { source: 'given', at: new Date() }, enabled: new Set() };
  }

  #chosenFrom(regions: readonly string[]): readonly string[] {
    return this.#chosen === undefined ? regions : selectRegions(this.#chosen, regions, knownRegions());
  }

  #mayHaveService(region: string): boolean {
    return hasService(this.#settings.service(), region) !== 'no';
  }

  #checkNames(names: readonly string[]): void {
    for (const name of names) requireRegion(name);
    const { partition } = this.#settings;
    if (names.length > 0) onePartition(partition === undefined ? names : [...names, regionsOf(partition)[0] ?? '']);
  }

  #partitionOfNames(names: readonly string[]): string | undefined {
    return this.#settings.partition ?? (names.every((name) => partitionOf(name)) ? onePartition(names) : undefined);
  }

  /** The partition as far as it can be told without waiting. */
  #partitionNow(): string {
    const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    const named = [this.#chosen?.exact[0], AWS_REGION, AWS_DEFAULT_REGION].map((region) => partitionOf(region ?? ''));
    return this.#settings.partition ?? named.find((partition) => partition !== undefined) ?? 'aws';
  }
}

function isOnlyExclusions({ exact, globs }: Selection): boolean {
  return exact.length === 0 && globs.length === 0;
}
