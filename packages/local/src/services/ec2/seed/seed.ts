/** How many: the same in every region, or by region. */
export type SeedCount = number | ((region: string) => number);

/** What the regions hold at the start: the same ids and tags every time. Volumes, instances, snapshots and images are the first account's. */
export interface Seed {
  /** @defaultValue 2 to 6, by region */
  readonly volumes?: SeedCount | undefined;
  /** @defaultValue 1 to 4, by region */
  readonly instances?: SeedCount | undefined;
  /** @defaultValue 1 to 3, by region */
  readonly snapshots?: SeedCount | undefined;
  /**
   * Snapshots of other accounts that everybody may use; in AWS there are tens of thousands in a region.
   * @defaultValue 25
   */
  readonly publicSnapshots?: SeedCount | undefined;
  /** @defaultValue 1 to 3, by region */
  readonly images?: SeedCount | undefined;
  /**
   * Images of Amazon, of the marketplace and of other accounts that everybody may launch, one in five of them deprecated.
   * @defaultValue 25
   */
  readonly publicImages?: SeedCount | undefined;
}

/** The counts for one region. */
export type SeedCounts = Readonly<Record<keyof Seed, number>>;
