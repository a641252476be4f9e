/** A body that is read when it is sent, a piece at a time. */
interface Content {
  readonly length: number;
  /** The bytes from `start` up to, not including, `end`. */
  read(start: number, end: number): AsyncIterable<Buffer>;
}

/** A whole HTTP answer before it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Sent in place of `body`, which is then empty: what may be too long to hold. */
  readonly content?: Content | undefined;
}

/** How many bytes the body of an answer has. */
export function lengthOf({ body, content }: Answer): number {
  return content?.length ?? body.length;
}

/** The first bytes of an answer's body, and no more. */
export function firstBytes(answer: Answer, bytes: number): Answer {
  const { body, content } = answer;
  if (!content) return { ...answer, body: body.subarray(0, bytes) };
  return { ...answer, content: { length: bytes, read: (start, end) => content.read(start, Math.min(end, bytes)) } };
}

/** An answer of XML, with the request id in the header too. */
export function xmlAnswer(status: number, requestId: string, body: Buffer): Answer {
  return { status, headers: { 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-requestid': requestId }, body };
}

/** An answer of JSON. */
export function jsonAnswer(
  status: number,
  requestId: string,
  value: object,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const all = { 'content-type': 'application/json', 'x-amzn-requestid': requestId, ...headers };
  return { status, headers: all, body: Buffer.from(JSON.stringify(value)) };
}
