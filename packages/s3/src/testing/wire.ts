import { type S3Set, s3 } from '../s3.js';
import type { S3Region } from '../s3-region.js';
import { type Answer, type Asked, askedBy, contentType } from './answers.js';

/** A request as the SDK's client hands it to the wire. */
interface WireRequest {
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly body?: string | Uint8Array;
}

/** What the far end of a region says to what it was asked. */
export type Far = (asked: Asked, region: string) => Answer | Promise<Answer>;

/** Stands for the network below the SDK's real client: answers what the test says, and keeps what was asked. */
export class Wire {
  readonly asked: Asked[] = [];
  readonly #far: Far;

  constructor(far: Far) {
    this.#far = far;
  }

  /** The request handler of a region's client. */
  handlerIn(region: string): { handle(request: WireRequest): Promise<{ response: object }> } {
    const handle = async ({ query = {}, body = '' }: WireRequest) => {
      const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
      const asked = askedBy(query, text);
      this.asked.push(asked);
      const answer = await this.#far(asked, region);
      const headers = { 'content-type': contentType, 'x-amzn-requestid': 'request-1' };
      const bytes = new TextEncoder().encode(answer.body);
      return { response: { statusCode: answer.statusCode, headers, body: bytes } };
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
