import { quoted } from '../../errors/quoted.js';
import type { RegionSource } from '../../fanout/report.js';
import { hasService } from '../../regions/availability.js';
import { MixedPartitionsError } from '../../regions/mixed-partitions-error.js';
import {
  knownRegions,
  onePartition,
  partitionOf,
  regionsOf,
  requirePartition,
  requireRegion,
} from '../../regions/table.js';
import { RegionNameError } from '../../targets/region-name-error.js';
import { isExact, parseSelection, type Selection, selectRegions } from '../../targets/select.js';
import { configuredRegion } from '../account/configured-region.js';
import { type Enabled, enabledRegions } from '../account/enabled-regions.js';
import type { LookUp } from '../account/look-up.js';
import type { RegionChoice } from '../set/options.js';
import { partitionNow } from './partition-now.js';

/** The regions of a set before `in()`, and what is known of them. */
export interface FoundRegions {
  readonly names: readonly string[];
  readonly partition: string | undefined;
  readonly source: RegionSource;
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
  #answer: Enabled | undefined;

  constructor(settings: FinderSettings) {
    this.#settings = settings;
    const { choice, partition } = settings;
    this.#chosen = typeof choice === 'string' ? undefined : parseSelection(choice);
    if (partition !== undefined) requirePartition(partition);
    if (this.#chosen !== undefined) this.#checkNames(this.#chosen.exact);
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

  /** Every region that the set could have, for naming some of them without asking. `named`: one that is named. */
  candidates(named = ''): FoundRegions {
    if (!this.isLive) return this.#fromTable();
    const decided = this.#settings.partition ?? this.#live?.partition;
    const whole = this.#wholePartition(decided ?? partitionOf(named) ?? partitionNow(this.#chosen));
    return { ...whole, names: [...new Set([...(this.#live?.names ?? []), ...whole.names])] };
  }

  /** The regions, after asking where that is needed. */
  async find(): Promise<FoundRegions> {
    if (!this.isLive) return this.#fromTable();
    this.#live = this.#fromAnswer(await this.#partitionToAsk(), await this.enabled());
    return this.#live;
  }

  /** What the account says of its regions, asked at most once an hour. */
  async enabled(): Promise<Enabled> {
    const partition = await this.#partitionToAsk();
    this.#answer = await enabledRegions({ ...this.#settings.lookUp, partition });
    return this.#answer;
  }

  /** Finds out whether a region is enabled, for those who have been refused there. A factory's services may be another account's. */
  async learn(region: string): Promise<void> {
    if (this.#settings.anyNames) return;
    const partition = partitionOf(region) ?? (await this.#partitionToAsk());
    this.#answer = await enabledRegions({ ...this.#settings.lookUp, partition });
  }

  /** Whether a region may not be enabled for the account, as far as is known: not where it is listed, or the keys are bad everywhere. */
  mayBeOff(region: string): boolean {
    if (this.#answer === undefined) return true;
    return 'reason' in this.#answer ? !this.#answer.refusesKeys : !this.#answer.enabled.includes(region);
  }

  /** The partition of the set's regions, where it has one. `named`: a region that is named, so that nobody is asked. */
  async partition(named: string | undefined): Promise<string | undefined> {
    if (this.isLive && named === undefined) return this.#partitionToAsk();
    const exactly = this.#exactly();
    if (exactly !== undefined) return exactly.partition;
    const decided = this.#settings.partition ?? this.#live?.partition;
    return decided ?? (this.isLive ? partitionOf(named ?? '') : undefined) ?? partitionNow(this.#chosen);
  }

  /** Whether a region is one of those that a set has which does not ask: of the partition, or known in another way. */
  lists(region: string, partition: string | undefined): boolean {
    if (partition !== undefined && regionsOf(partition).includes(region)) return true;
    return this.#chosen?.exact.includes(region) === true || this.#live?.names.includes(region) === true;
  }

  /** What `{ regions }` takes in. `undefined`: all that there are, or all that are enabled. */
  get chosen(): Selection | undefined {
    return this.#chosen;
  }

  /** Refuses what cannot be the name of a region here. */
  checkName(name: string): void {
    if (this.#live?.names.includes(name)) return;
    if (isPattern(name))
      throw new RegionNameError(`${quoted(name)} is a pattern: name one region; in() takes patterns`, name);
    if (this.#settings.anyNames) parseSelection([name]);
    else requireRegion(name);
  }

  /** The partition of a region that is named, which has to be the set's where that is decided already. */
  partitionAt(name: string): string | undefined {
    this.checkName(name);
    const decided = this.#settings.partition ?? this.known()?.partition;
    const partition = partitionOf(name);
    if (partition === undefined || decided === undefined || partition === decided) return decided ?? partition;
    throw new MixedPartitionsError(
      new Map([
        [decided, regionsOf(decided)],
        [partition, [name]],
      ]),
    );
  }

  #fromAnswer(partition: string, answer: Enabled): FoundRegions {
    if ('reason' in answer) {
      const source = { source: 'assumed', at: answer.at, reason: answer.reason } as const;
      return { ...this.#wholePartition(partition), source };
    }
    const { enabled, changing } = answer;
    // One that is on its way may answer already, or still: it is asked, and that it refuses then hides nothing.
    const names = [...enabled, ...changing.keys()].filter((region) => this.#mayHaveService(region));
    const source = { source: answer.source, at: answer.at } as const;
    return { names: this.#chosenFrom(names), partition, source };
  }

  async #partitionToAsk(): Promise<string> {
    return this.#settings.partition ?? partitionOf((await configuredRegion()) ?? '') ?? 'aws';
  }

  #fromTable(): FoundRegions {
    this.#given ??= this.#exactly() ?? this.#wholePartition(this.#settings.partition ?? partitionNow(this.#chosen));
    return this.#given;
  }

  #exactly(): FoundRegions | undefined {
    if (this.#chosen === undefined || !isExact(this.#chosen)) return undefined;
    const names = [...new Set(this.#chosen.exact)];
    const known = names.every((name) => partitionOf(name) !== undefined);
    return { ...noneKnown(), names, partition: this.#settings.partition ?? (known ? onePartition(names) : undefined) };
  }

  #wholePartition(partition: string): FoundRegions {
    const withService = regionsOf(partition).filter((region) => this.#mayHaveService(region));
    const named = (this.#chosen?.exact ?? []).filter((region) => !withService.includes(region));
    return { ...noneKnown(), names: this.#chosenFrom([...withService, ...named]), partition };
  }

  #chosenFrom(regions: readonly string[]): readonly string[] {
    return this.#chosen === undefined ? regions : selectRegions(this.#chosen, regions, knownRegions());
  }

  #mayHaveService(region: string): boolean {
    return hasService(this.#settings.service(), region) !== 'no';
  }

  #checkNames(names: readonly string[]): void {
    for (const name of names) this.checkName(name);
    const { partition } = this.#settings;
    const ofPartition = partition === undefined ? [] : regionsOf(partition).slice(0, 1);
    const known = [...ofPartition, ...names.filter((name) => partitionOf(name) !== undefined)];
    if (known.length > 0) onePartition(known);
  }
}

function isPattern(name: unknown): boolean {
  return typeof name === 'string' && /[*?]|^!/.test(name);
}

function noneKnown(): Omit<FoundRegions, 'names' | 'partition'> {
  return { source: { source: 'given', at: new Date() } };
}

function isOnlyExclusions({ exact, globs }: Selection): boolean {
  return exact.length === 0 && globs.length === 0;
}
