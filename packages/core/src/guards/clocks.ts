/** How long a connection may take and be silent. Times in milliseconds. */
export interface Clocks {
  /** For each address of a host: to connect, and to agree on TLS. */
  readonly connect: number;
  /** Without a byte in either direction, from the connection's standing to the answer's end. */
  readonly silence: number;
  /** Bytes a second: the slowest uplink that is waited for, since what the system has taken to send shows no progress. */
  readonly slowestUplink: number;
}

/** Those of every connection. */
export const defaultClocks: Clocks = { connect: 3_000, silence: 20_000, slowestUplink: 65_536 };
