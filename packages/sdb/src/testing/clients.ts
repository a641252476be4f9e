import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { SimpleDBClientConfig } from '../client/config/client-config.js';
import { SimpleDB } from '../client/simpledb.js';

export const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };

/** A request as a server of SimpleDB gets it. */
export interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly body: string;
  readonly form: URLSearchParams;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A server on this machine that answers in turn, the last answer again and again. */
export async function answering(...replies: (Reply | ((request: Received) => Reply))[]) {
  const received: Received[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const { headers, method, url: path } = request;
    const one = { headers, method, path, body, form: new URLSearchParams(body) };
    const reply = replies[Math.min(received.push(one), replies.length) - 1];
    const {
      status = 200,
      headers: more = {},
      body: xml,
    } = typeof reply === 'function' ? reply(one) : (reply ?? ok(''));
    response.writeHead(status, { 'content-type': 'text/xml', ...more }).end(xml);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { received, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** A client that talks to a server on this machine. */
export function clientOf(endpoint: string, config: SimpleDBClientConfig = {}): SimpleDB {
  const client = new SimpleDB({ region: 'eu-west-1', endpoint, credentials, ...config });
  onTestFinished(() => client.destroy());
  return client;
}

/** A success, as SimpleDB writes it. */
export function ok(result: string, operation = 'Any', boxUsage = '0.0000219907'): Reply {
  const metadata = `<ResponseMetadata><RequestId>id-1</RequestId><BoxUsage>${boxUsage}</BoxUsage></ResponseMetadata>`;
  const inner = result && `<${operation}Result>${result}</${operation}Result>`;
  const xmlns = 'http://sdb.amazonaws.com/doc/2009-04-15/';
  return {
    body: `<?xml version="1.0"?>\n<${operation}Response xmlns="${xmlns}">${inner}${metadata}</${operation}Response>`,
  };
}

/** An error, as SimpleDB writes it. */
export function refusal(code: string, status: number): Reply {
  const error = `<Error><Code>${code}</Code><Message>Told so</Message><BoxUsage>0.0000093222</BoxUsage></Error>`;
  return {
    status,
    body: `<?xml version="1.0"?>\n<Response><Errors>${error}</Errors><RequestID>id-2</RequestID></Response>`,
  };
}
