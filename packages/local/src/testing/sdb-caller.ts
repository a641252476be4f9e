import { createHmac } from 'node:crypto';
import type { AccountCredentials } from '../accounts/account.js';
import type { LocalCloud } from '../index.js';

/** Parameters by name; a list becomes `name.1`, `name.2`. */
export type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** What to get wrong, or otherwise. */
export interface SigningOptions {
  readonly credentials?: AccountCredentials;
  readonly hash?: 'sha256' | 'sha1';
  readonly method?: 'GET' | 'POST';
  readonly at?: Date;
  readonly url?: string;
  /** Put in, taken out (`undefined`) or changed before signing. */
  readonly signed?: Readonly<Record<string, string | undefined>>;
  /** Put in after signing. */
  readonly unsigned?: Readonly<Record<string, string>>;
}

/** An answer of SimpleDB. */
export interface SdbAnswer {
  readonly status: number;
  readonly text: string;
  readonly code: string | undefined;
}

/** Signs by hand what boto3 would, and sends it to SimpleDB in Ireland. */
export async function callSdb(
  cloud: LocalCloud,
  action: string,
  parameters: Parameters = {},
  options: SigningOptions = {},
): Promise<SdbAnswer> {
  const { credentials = cloud.credentials, hash = 'sha256', method = 'POST', at = new Date() } = options;
  const url = new URL(options.url ?? `${cloud.endpoint('sdb', 'eu-west-1')}/`);
  const all: Record<string, string | undefined> = {
    Action: action,
    Version: '2009-04-15',
    AWSAccessKeyId: credentials.accessKeyId,
    SignatureVersion: '2',
    SignatureMethod: hash === 'sha1' ? 'HmacSHA1' : 'HmacSHA256',
    Timestamp: `${at.toISOString().slice(0, 19)}Z`,
    ...flat(parameters),
    ...options.signed,
  };
  const query = Object.keys(all)
    .filter((name) => all[name] !== undefined)
    .sort()
    .map((name) => `${encode(name)}=${encode(all[name] ?? '')}`)
    .join('&');
  const signature = createHmac(hash, credentials.secretAccessKey)
    .update([method, url.host, url.pathname, query].join('\n'))
    .digest('base64');
  const rest = Object.entries({ ...options.unsigned, Signature: signature }).map(
    ([name, value]) => `${encode(name)}=${encode(value)}`,
  );
  const form = [query, ...rest].join('&');
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  const answer = await (method === 'GET' ? fetch(`${url}?${form}`) : fetch(url, { method, body: form, headers }));
  const text = await answer.text();
  return { status: answer.status, text, code: /<Code>(\w+)<\/Code>/.exec(text)?.[1] };
}

/** What the elements of this name hold, in their order. */
export function elements({ text }: SdbAnswer, name: string): readonly string[] {
  return [...text.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, inside = '']) => inside);
}

/** The names of the items that a select gives, or the code of its error. */
export async function selected(
  cloud: LocalCloud,
  expression: string,
  more: Parameters = {},
): Promise<readonly string[]> {
  const answer = await callSdb(cloud, 'Select', { SelectExpression: expression, ...more });
  if (answer.code) return [answer.code];
  return [...answer.text.matchAll(/<Item><Name>([^<]*)</g)].map(([, name = '']) => name);
}

function flat(parameters: Parameters): Record<string, string> {
  const pairs = Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : value.map((one, index) => [`${name}.${index + 1}`, one]),
  );
  return Object.fromEntries(pairs);
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}
