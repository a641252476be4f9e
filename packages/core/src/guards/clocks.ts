/** How long a connection may take and be silent. Times in milliseconds. */
export interface Clocks {
  /** For each address of a host: to connect, and to agree on TLS. */
  readonly connect: number;
  /** To find a host's addresses: the look-up may wait for a thread of this process, which says nothing of the host. */
  readonly lookup: number;
  /** Without a byte in either direction, from the connection's standing to the answer's end. */
  readonly silence: number;
  /** Bytes a second: the slowest uplink that is waited for, since what the system has taken to send shows no progress. */
  readonly slowestUplink: number;
}

/** Those of every connection. */
export const defaultClocks: Clocks = { connect: 3_000, lookup: 15_000, silence: 20_000, slowestUplink: 65_536 };
