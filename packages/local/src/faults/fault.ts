/** Which requests of its region a fault befalls. */
export interface FaultScope {
  /**
   * Only this action, such as `DescribeVolumes`.
   * @defaultValue every action
   */
  readonly action?: string | undefined;
  /**
   * Only the first so many requests that it fits.
   * @defaultValue all of them
   */
  readonly times?: number | undefined;
}

/** The request is taken and never answered. */
interface SilentFault extends FaultScope {
  readonly kind: 'silent';
}

/** The connection is reset before a byte of the answer. */
interface ResetFault extends FaultScope {
  readonly kind: 'reset';
}

/** The service answers with an error of its own form. */
interface ErrorFault extends FaultScope {
  readonly kind: 'error';
  /** @defaultValue 500 */
  readonly status?: number | undefined;
  /** @defaultValue `InternalError`, or `Unavailable` with status 503 */
  readonly code?: string | undefined;
  /** @defaultValue the service's usual sentence; with a `code` of your own, one that says that it is a fault's */
  readonly message?: string | undefined;
}

/** A web page in place of the answer, as captive portals and proxies send. */
interface HtmlFault extends FaultScope {
  readonly kind: 'html';
  /** @defaultValue 200 */
  readonly status?: number | undefined;
}

/** Status 200 and no body. */
interface EmptyFault extends FaultScope {
  readonly kind: 'empty';
}

/** Status 200 with the service's error document as the body. */
interface ErrorEnvelopeFault extends FaultScope {
  readonly kind: 'errorEnvelope';
}

/** The answer stops half-way and the connection is closed. */
interface TruncatedFault extends FaultScope {
  readonly kind: 'truncated';
  /**
   * What Content-Length says: the length of the `full` body, so that the client can tell, or of the `half` that is
   * sent, so that only the XML is unfinished.
   * @defaultValue `full`
   */
  readonly length?: 'full' | 'half' | undefined;
}

/** Half the answer, then silence on an open connection. */
interface StallFault extends FaultScope {
  readonly kind: 'stall';
}

/** The whole answer, slowly. */
interface DripFault extends FaultScope {
  readonly kind: 'drip';
  /** @defaultValue 64 */
  readonly bytesPerSecond?: number | undefined;
}

/** The account has not opted in to the region: keys are unknown there, and DescribeRegions elsewhere says so. */
interface NotEnabledFault {
  readonly kind: 'notEnabled';
}

/** Connections to the region's own address, {@link LocalCloud.endpoint}, are refused; at `url` they are reset. */
interface RefusedFault {
  readonly kind: 'refused';
}

/** Connections to the region's own address are never taken: connecting hangs; at `url` the request is not answered. */
interface UnacceptedFault {
  readonly kind: 'unaccepted';
}

/** What befalls single requests. */
export type RequestFault =
  | SilentFault
  | ResetFault
  | ErrorFault
  | HtmlFault
  | EmptyFault
  | ErrorEnvelopeFault
  | TruncatedFault
  | StallFault
  | DripFault;

/** What befalls a region as a whole. */
export type RegionFault = NotEnabledFault | RefusedFault | UnacceptedFault;

/** One thing that goes wrong. */
export type Fault = RequestFault | RegionFault;

/** What goes wrong where: one fault or several by region name, `*` for every region. The first that fits is taken. */
export type Faults = Readonly<Record<string, Fault | readonly Fault[]>>;
