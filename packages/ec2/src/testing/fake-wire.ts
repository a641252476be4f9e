import { type Ec2Set, ec2 } from '../ec2.js';
import type { Ec2Region } from '../ec2-region.js';

/** A request as the SDK's client handed it to the wire. */
export interface WireRequest {
  readonly hostname: string;
  readonly body: string;
}

/** An answer of the far end. */
export interface WireAnswer {
  readonly statusCode: number;
  readonly body: string;
}

/** Stands for the network: answers what the test says, and keeps the forms that were sent. */
export class FakeWire {
  /** What was sent, without the API's version, which is the SDK's own affair. */
  readonly forms: Record<string, string>[] = [];
  readonly #answer: (form: Record<string, string>, request: WireRequest) => WireAnswer | Promise<WireAnswer>;

  constructor(answer: (form: Record<string, string>, request: WireRequest) => WireAnswer | Promise<WireAnswer>) {
    this.#answer = answer;
  }

  /** The one form that was sent. */
  get form(): Record<string, string> {
    const [form, ...more] = this.forms;
    if (form === undefined || more.length > 0) throw new Error(`${this.forms.length} requests were sent, not one`);
    return form;
  }

  /** The SDK's handler interface. */
  readonly handle = async (request: WireRequest): Promise<{ response: object }> => {
    const { Version, ...form } = Object.fromEntries(new URLSearchParams(request.body));
    if (Version !== '2016-11-15') throw new Error(`the SDK speaks version ${Version}`);
    this.forms.push(form);
    const { statusCode, body } = await this.#answer(form, request);
    const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': 'request-1' };
    return { response: { statusCode, headers, body: new TextEncoder().encode(body) } };
  };
}

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', accountId: '111122223333' };

/** A set over real clients on this wire. */
export function setOn(wire: FakeWire, regions: readonly string[]): Ec2Set {
  return ec2({ regions, credentials, config: { requestHandler: wire, maxAttempts: 1 } });
}

/** Ireland on this wire. */
export function irelandOn(wire: FakeWire): Ec2Region {
  return setOn(wire, ['eu-west-1']).at('eu-west-1');
}

/** A success of the operation that the form asks for. */
export function success({ Action }: Record<string, string>, inner: string): WireAnswer {
  const root = `${Action}Response`;
  const xmlns = 'http://ec2.amazonaws.com/doc/2016-11-15/';
  return { statusCode: 200, body: `<${root} xmlns="${xmlns}"><requestId>request-1</requestId>${inner}</${root}>` };
}

/** An error in EC2's form. */
export function refusal(code: string, statusCode = 400): WireAnswer {
  const error = `<Errors><Error><Code>${code}</Code><Message>no</Message></Error></Errors>`;
  return { statusCode, body: `<Response>${error}<RequestID>request-1</RequestID></Response>` };
}
