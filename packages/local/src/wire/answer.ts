/** A whole HTTP answer before it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
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
