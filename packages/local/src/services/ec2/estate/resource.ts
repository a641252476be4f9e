/** What every resource has. */
export interface Resource {
  /** Such as `vol-0123456789abcdef0`. */
  readonly id: string;
  /** The account that owns it. */
  readonly ownerId: string;
}
