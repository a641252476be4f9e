import { type S3Set, s3 } from '../s3.js';
import type { S3Region } from '../s3-region.js';
import { type Answer, type Asked, askedBy, contentType } from './answers.js';

/** A request as the SDK's client hands it to the wire. */
interface WireRequest {
  readonly method?: string;
  readonly hostname?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly body?: string | Uint8Array;
}

/** A request as it went out. */
export interface Sent {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** By their names, and `''` for those that have no value: `acl`. */
  readonly query: Asked;
  /** By names in small letters. */
  readonly headers: Asked;
  readonly body: string;
  readonly region: string;
}

/** What the far end of a region says to what it was asked. */
export type Far = (asked: Asked, region: string, sent: Sent) => Answer | Promise<Answer>;

function sentBy(
  { method = 'GET', hostname = '', path = '/', headers = {}, query = {}, body = '' }: WireRequest,
  region: string,
): Sent {
  const small = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    method,
    host: hostname,
    path,
    query: askedBy(query, ''),
    headers: Object.fromEntries(small),
    body: typeof body === 'string' ? body : new TextDecoder().decode(body),
    region,
  };
}

/** Stands for the network below the SDK's real client: answers what the test says, and keeps what was asked. */
export class Wire {
  readonly asked: Asked[] = [];
  readonly sent: Sent[] = [];
  readonly #far: Far;

  constructor(far: Far) {
    this.#far = far;
  }

  /** The request handler of a region's client. */
  handlerIn(region: string): { handle(request: WireRequest): Promise<{ response: object }> } {
    const handle = async (request: WireRequest) => {
      const sent = sentBy(request, region);
      const asked = askedBy(sent.query, sent.body);
      this.asked.push(asked);
      this.sent.push(sent);
      const { statusCode, body, headers: more } = await this.#far(asked, region, sent);
      const headers = { 'content-type': contentType, 'x-amzn-requestid': 'request-1', ...more };
      return { response: { statusCode, headers, body: new TextEncoder().encode(body) } };
    };
    return { handle };
  }
}

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', accountId: '111122223333' };

/** A set over real clients on this wire. */
export function setOn(wire: Wire, regions: readonly string[]): S3Set {
  const config = ({ region }: { readonly region: string }) => ({
    requestHandler: wire.handlerIn(region),
    maxAttempts: 1,
  });
  return s3({ regions, credentials, config });
}

/** Ireland on this wire. */
export function irelandOn(wire: Wire): S3Region {
  return setOn(wire, ['eu-west-1']).at('eu-west-1');
}
