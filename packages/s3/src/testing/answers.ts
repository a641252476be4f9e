/** What a request asked for: the members of its query and of its form, as texts. */
export type Asked = Readonly<Record<string, string>>;

/** An answer of the far end. */
export interface Answer {
  readonly statusCode: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const contentType = 'application/xml';

/** Reads a request of S3. */
export function askedBy(query: object, body: string): Asked {
  const members = [...Object.entries(query), ...new URLSearchParams(body)];
  return Object.fromEntries(members.map(([name, value]) => [name, String(value)]));
}

/** A page in the service's form. */
export function pageOf(ids: readonly string[], token?: string): Answer {
  const items = ids.map((id) => `<Bucket><Name>${id}</Name></Bucket>`).join('');
  const next = token === undefined ? '' : `<ContinuationToken>${token}</ContinuationToken>`;
  return {
    statusCode: 200,
    body: `<ListAllMyBucketsResult><Buckets>${items}</Buckets>${next}</ListAllMyBucketsResult>`,
  };
}

/** An error in the service's form. */
export function refusal(code: string, statusCode = 400): Answer {
  const error = `<Error><Code>${code}</Code><Message>no</Message></Error>`;
  return { statusCode, body: `<ErrorResponse>${error}<RequestId>request-1</RequestId></ErrorResponse>` };
}

/** A success with this body, and these headers. */
export function answer(body = '', headers: Readonly<Record<string, string>> = {}, statusCode = 200): Answer {
  return { statusCode, body, headers };
}
