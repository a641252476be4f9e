/** What a request asked for: the members of its query and of its body, as texts. */
export type Asked = Readonly<Record<string, string>>;

/** An answer of the far end. */
export interface Answer {
  readonly statusCode: number;
  readonly body: string;
}

export const contentType = 'application/x-amz-json-1.0';

/** Reads a request of SQS; lists and structures as JSON. */
export function askedBy(query: object, body: string): Asked {
  const members = Object.entries({ ...query, ...(body === '' ? {} : JSON.parse(body)) });
  const text = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  return Object.fromEntries(members.map(([name, value]) => [name, text(value)]));
}

/** A page in the service's form. */
export function pageOf(ids: readonly string[], token?: string): Answer {
  const page = { QueueUrls: ids.map((id) => id), NextToken: token };
  return { statusCode: 200, body: JSON.stringify(page) };
}

/** An error in the service's form. */
export function refusal(code: string, statusCode = 400): Answer {
  return { statusCode, body: JSON.stringify({ __type: code, message: 'no' }) };
}
