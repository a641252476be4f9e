import { createHash, createHmac } from 'node:crypto';
import { request } from 'node:http';
import type { LocalCloud } from '../index.js';

/** What to send to S3 by hand. */
export interface ByHand {
  readonly method: string;
  readonly path: string;
  readonly region?: string;
  readonly at?: Date;
  /** What is signed in place of the body's hash. */
  readonly payload?: string;
  /** Sent and signed. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent, not signed. */
  readonly unsigned?: Readonly<Record<string, string>>;
  /** The body, made when the head is signed. */
  readonly body?: (seed: Seed) => string | Buffer;
}

/** What the signatures of chunks begin with. */
export interface Seed {
  readonly signature: string;
  readonly timestamp: string;
  readonly scope: string;
  readonly key: Buffer;
}

/** What came back. */
export interface HandAnswer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The code of an error. */
  readonly code: string | undefined;
}

/** Signs by hand what no SDK would, and sends it; the `host` among the headers need not be where it is sent to. */
export async function sendToS3(cloud: LocalCloud, hand: ByHand): Promise<HandAnswer> {
  const { method, path, region = 'eu-west-1', at = new Date(), payload = 'UNSIGNED-PAYLOAD', unsigned = {} } = hand;
  const timestamp = `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const own = { host: new URL(cloud.url).host, 'x-amz-date': timestamp, 'x-amz-content-sha256': payload };
  const headers: Record<string, string> = { ...own, ...hand.headers };
  const names = Object.keys(headers).sort();
  const [pathname = '', query = ''] = path.split('?');
  const lines = names.map((name) => `${name}:${headers[name]}`);
  const canonical = [method, pathname, query, ...lines, '', names.join(';'), payload].join('\n');
  const scope = [timestamp.slice(0, 8), region, 's3', 'aws4_request'];
  let key: Buffer = Buffer.from(`AWS4${cloud.credentials.secretAccessKey}`);
  for (const part of scope) key = hmac(key, part);
  const text = ['AWS4-HMAC-SHA256', timestamp, scope.join('/'), hash(canonical)].join('\n');
  const signature = hmac(key, text).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${cloud.credentials.accessKeyId}/${scope.join('/')}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const body = hand.body?.({ signature, timestamp, scope: scope.join('/'), key });
  return send(cloud, method, path, { ...headers, ...unsigned, authorization }, body);
}

/** Cuts a body in chunks, each signed after the one before, and ends it with trailers. */
export function signedChunks(parts: readonly string[], trailer?: string): (seed: Seed) => Buffer {
  return ({ signature, timestamp, scope, key }) => {
    let previous = signature;
    const sign = (algorithm: string, ...hashes: string[]): string => {
      previous = hmac(key, [algorithm, timestamp, scope, previous, ...hashes].join('\n')).toString('hex');
      return previous;
    };
    const chunks = [...parts, ''].map((part) => {
      const head = `${part.length.toString(16)};chunk-signature=${sign('AWS4-HMAC-SHA256-PAYLOAD', hash(''), hash(part))}`;
      return part === '' ? `${head}\r\n` : `${head}\r\n${part}\r\n`;
    });
    const end =
      trailer === undefined
        ? ''
        : `${trailer}\r\nx-amz-trailer-signature:${sign('AWS4-HMAC-SHA256-TRAILER', hash(`${trailer}\n`))}\r\n`;
    return Buffer.from(`${chunks.join('')}${end}\r\n`);
  };
}

async function send(
  cloud: LocalCloud,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer = '',
): Promise<HandAnswer> {
  const { hostname, port } = new URL(cloud.url);
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(
      { hostname, port, method, path, headers: { ...length, ...headers }, agent: false },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.once('error', reject).once('end', () => {
          const [, code] = /<Code>(.*?)<\/Code>/.exec(text) ?? [];
          resolve({ status: answer.statusCode, headers: answer.headers, text, code });
        });
      },
    );
    sent.once('error', reject).end(body);
  });
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
