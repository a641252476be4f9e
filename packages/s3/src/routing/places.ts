import type { S3 } from '@aws-sdk/client-s3';
import { S3Client } from '@aws-sdk/client-s3';
import { type Place, regionInfo, regionsOf, type Target } from '@proj/core';

/** How many regions are asked, one after the other, what any of them knows, while none answers. */
const asked = 3;

/** What a set tells of its regions. */
interface Reach {
  /** Makes the client of a region, which is then added. */
  make(region: string): unknown;
  targets(): Promise<readonly Target[]>;
  /** The regions as the options name them. */
  readonly named: readonly string[];
}

/** The clients of all regions that a set can reach, made when they are first needed. */
export class Places {
  readonly #places = new Map<string, Place<S3>>();
  #reach: Reach | undefined;

  /** Takes the client of a region in. */
  add(place: Place<S3>): void {
    this.#places.set(place.target.region, place);
  }

  reachBy(reach: Reach): void {
    this.#reach = reach;
  }

  /** The client of a region of the table. @throws what core throws for a region that is none */
  at(region: string): Place<S3> {
    if (!this.#places.has(region)) this.#reach?.make(region);
    const place = this.#places.get(region);
    if (place === undefined) throw new Error(`no client was made for ${region}`);
    return place;
  }

  /** The clients of all regions of the set. */
  async all(): Promise<readonly Place<S3>[]> {
    const targets = (await this.#reach?.targets()) ?? [];
    return targets.map(({ region }) => this.at(region));
  }

  /** Regions to ask what any region knows: the configured one first, then others of its partition. */
  async anywhere(): Promise<readonly string[]> {
    const named = (this.#reach?.named ?? []).filter((region) => !/[*!?]/.test(region));
    const home = named[0] ?? (await configuredRegion()) ?? (await this.all())[0]?.target.region ?? 'us-east-1';
    const partition = regionInfo(home)?.partition;
    const others = named.length > 0 || partition === undefined ? named : [...regionsOf(partition)];
    return [...new Set([home, ...others])].slice(0, asked);
  }
}

/** The region that the SDK would take from the environment or the profile. */
async function configuredRegion(): Promise<string | undefined> {
  try {
    return await new S3Client({}).config.region();
  } catch {
    return undefined;
  }
}
