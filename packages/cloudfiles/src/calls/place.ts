/** Where the service is. */
export interface Place {
  readonly region: string;
  /** Its address, without a slash at the end. */
  readonly endpoint: string;
}
