/** What time it is in the cloud, and what happens later. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once when so many ms have passed; gives what takes that back. */
  after(ms: number, call: () => void): () => void;
}
