/** What a service says of an account's regions. */
export interface RegionList {
  /** Those that are certainly enabled. */
  readonly enabled: readonly string[];
  /** Those on their way, and which: `ENABLING` or `DISABLING`. Whether they answer, only asking them tells. */
  readonly changing: ReadonlyMap<string, string>;
}
