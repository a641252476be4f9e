import { createHmac } from 'node:crypto';
import { extendedEncodeURIComponent } from '@smithy/core/protocols';
import type { AwsCredentialIdentity } from '@smithy/types';

const former = new Set([
  'AWSAccessKeyId',
  'SignatureVersion',
  'SignatureMethod',
  'Timestamp',
  'Expires',
  'SecurityToken',
  'Signature',
]);

/** What is signed: a form that is encoded as RFC 3986 says, and where it goes. */
export interface FormToSign {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly form: string;
}

/**
 * The form with its signature of version 2; an earlier one is taken out.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/HMACAuth.html
 */
export function signV2({ method, host, path, form }: FormToSign, identity: AwsCredentialIdentity, at: Date): string {
  const pairs = [...pairsOf(form), ...claims(identity, at)].sort(byName);
  const query = pairs.map(([name, value]) => `${name}=${value}`).join('&');
  const toSign = [method, host.toLowerCase(), path, query].join('\n');
  const signature = createHmac('sha256', identity.secretAccessKey).update(toSign).digest('base64');
  return `${query}&Signature=${extendedEncodeURIComponent(signature)}`;
}

type Pair = readonly [name: string, value: string];

/** As they are: the protocol has encoded them already. */
function pairsOf(form: string): Pair[] {
  return form
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): Pair => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    })
    .filter(([name]) => !former.has(name));
}

function claims({ accessKeyId, sessionToken }: AwsCredentialIdentity, at: Date): Pair[] {
  const all = {
    AWSAccessKeyId: accessKeyId,
    SignatureMethod: 'HmacSHA256',
    SignatureVersion: '2',
    Timestamp: `${at.toISOString().slice(0, 19)}Z`,
    ...(sessionToken ? { SecurityToken: sessionToken } : {}),
  };
  return Object.entries(all).map(([name, value]): Pair => [name, extendedEncodeURIComponent(value)]);
}

/** In byte order: names are ASCII. */
function byName([a]: Pair, [b]: Pair): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
