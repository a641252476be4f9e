/** Whether an account must enable a region before it may use it, and whether it has; EC2's own words. */
export type OptInStatus = 'opt-in-not-required' | 'opted-in' | 'not-opted-in';

/** A region of the cloud. */
export interface Region {
  /** Such as `eu-west-1`. */
  readonly name: string;
  readonly optIn: OptInStatus;
}
