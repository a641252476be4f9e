import { Buffer } from 'node:buffer';
import { processBreakers } from '../../guards/breakers.js';

/** A request as it reached the wire. */
export interface Sent {
  readonly method: string;
  readonly protocol: string;
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The operation, from the query's Action or the JSON protocols' header. */
  readonly action: string;
  /** Where the signature is for. */
  readonly region: string;
}

/** What the double answers. Status 200 unless told. */
export interface Answer {
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Uint8Array | undefined;
}

interface RawRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | object;
}

/** The only thing that the tests fake: what sends requests, below the real client. */
export class Wire {
  readonly sent: Sent[] = [];
  /** How often a client told it to end. */
  destroyed = 0;
  readonly #answer: (request: Sent) => Answer | Promise<Answer>;

  constructor(answer: (request: Sent) => Answer | Promise<Answer>) {
    // Of another test's endpoints, which have the same names, nothing is to be remembered.
    processBreakers.clear();
    this.#answer = answer;
  }

  /** The client's configuration with this wire. */
  get config(): { requestHandler: never; maxAttempts: number } {
    return { requestHandler: this as never, maxAttempts: 1 };
  }

  get regions(): readonly string[] {
    return this.sent.map(({ region }) => region);
  }

  async handle(request: RawRequest, options?: { readonly abortSignal?: AbortSignal }): Promise<object> {
    const seen = sentOf(request);
    this.sent.push(seen);
    const { status = 200, headers = {}, body = '' } = await unlessAborted(this.#answer(seen), options?.abortSignal);
    return { response: { statusCode: status, headers, body: typeof body === 'string' ? Buffer.from(body) : body } };
  }

  destroy(): void {
    this.destroyed += 1;
  }
}

/** As the SDK's own handler does: an aborted request fails at once. */
function unlessAborted<T>(answer: T | Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(Object.assign(new Error('Request aborted'), { name: 'AbortError' }));
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    Promise.resolve(answer)
      .then(resolve, reject)
      .finally(() => signal?.removeEventListener('abort', abort));
  });
}

function sentOf({ method, protocol, hostname, port, path, headers, body }: RawRequest): Sent {
  // A body that is a stream is not read: what is sent of it is not what is tested.
  const text = typeof body === 'string' ? body : body instanceof Uint8Array ? new TextDecoder().decode(body) : '';
  const scope = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(headers['authorization'] ?? '');
  return {
    method,
    protocol,
    host: port === undefined ? hostname : `${hostname}:${port}`,
    path,
    headers,
    body: text,
    action: headers['x-amz-target']?.split('.').pop() ?? new URLSearchParams(text).get('Action') ?? '',
    region: scope?.[1] ?? '',
  };
}

/** An answer of EC2's, with the operation's own root. */
export function ec2Answer({ action }: Pick<Sent, 'action'>, inner = ''): Answer {
  const body = `<?xml version="1.0"?><${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>req-1</requestId>${inner}</${action}Response>`;
  return { body, headers: { 'x-amzn-requestid': 'req-1', 'content-type': 'text/xml' } };
}

/** An error of EC2's. */
export function ec2Error(code: string, status = 400, message = 'no'): Answer {
  const body = `<?xml version="1.0"?><Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>req-9</RequestID></Response>`;
  return { status, body, headers: { 'content-type': 'text/xml' } };
}

/** An answer of a service that speaks JSON. */
export function jsonAnswer(value: unknown, status = 200): Answer {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'req-1' };
  return { status, headers, body: JSON.stringify(value) };
}

let identities = 0;

/** Keys that no other test has, so that nothing remembered for an identity is shared. */
export function newKeys(): { accessKeyId: string; secretAccessKey: string } {
  identities += 1;
  return { accessKeyId: `AKID${process.pid}X${identities}`, secretAccessKey: 'canary-secret-key' };
}
