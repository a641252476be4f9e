import { createHash, createHmac } from 'node:crypto';
import type { AccountCredentials } from '../accounts/account.js';

/** What to sign, and what to get wrong. */
export interface ToSign {
  readonly url: string;
  readonly body: string;
  readonly credentials: AccountCredentials;
  readonly region?: string;
  readonly service?: string;
  readonly at?: Date;
  /** Sent and signed. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent, not signed. */
  readonly unsigned?: Readonly<Record<string, string>>;
}

/** Signs by hand what no SDK would, and sends it. */
export function sendSigned(request: ToSign): Promise<Response> {
  const { url, body, credentials, region = 'eu-west-1', service = 'ec2', at = new Date(), unsigned = {} } = request;
  const timestamp = `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const headers: Record<string, string> = { host: new URL(url).host, 'x-amz-date': timestamp, ...request.headers };
  const names = Object.keys(headers).sort();
  const canonical = [
    'POST',
    new URL(url).pathname,
    '',
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    hash(body),
  ];
  const scope = [timestamp.slice(0, 8), region, service, 'aws4_request'];
  let key: string | Buffer = `AWS4${credentials.secretAccessKey}`;
  for (const part of scope) key = createHmac('sha256', key).update(part).digest();
  const text = ['AWS4-HMAC-SHA256', timestamp, scope.join('/'), hash(canonical.join('\n'))].join('\n');
  const signature = createHmac('sha256', key).update(text).digest('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope.join('/')}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const { host: _, ...sent } = headers;
  return fetch(url, { method: 'POST', body, headers: { ...sent, ...unsigned, authorization } });
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
