/** A key pair that signs requests: what an SDK client takes as `credentials`. */
export interface AccountCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The token that temporary keys come with. Not also `undefined`, which the SDK's own type does not take. */
  readonly sessionToken?: string;
}

/** An account of the cloud, with the key that is let in for it. */
export interface Account {
  /** Twelve digits. */
  readonly id: string;
  readonly credentials: AccountCredentials;
}
