/** An HTTP request: received whole, or, by services that stream, up to its body. */
export interface ReceivedRequest {
  readonly method: string;
  /** The path as it was sent, percent-encoding and all: it is what the client signed. */
  readonly path: string;
  /** The query string as it was sent, without its `?`. */
  readonly query: string;
  /** By lower-case name; a header sent twice has two values. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Buffer;
  /** The body as it comes, where it is not held in `body`. */
  readonly stream?: AsyncIterable<Buffer> | undefined;
  /** When its head arrived, on `performance.now`'s clock. */
  readonly receivedAt: number;
}

/** The value of a header that is expected once. */
export function headerOf(request: ReceivedRequest, name: string): string | undefined {
  return request.headers.get(name)?.[0];
}
