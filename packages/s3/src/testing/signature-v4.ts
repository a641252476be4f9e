import { createHash, createHmac } from 'node:crypto';

/** The signature of a text, for date, region and service: version 4, by the book. */
export function signatureOf(text: string, secret: string, scope: readonly string[]): string {
  const sign = (key: string | Buffer, part: string) => createHmac('sha256', key).update(part).digest();
  const key = scope.reduce<string | Buffer>(sign, `AWS4${secret}`);
  return createHmac('sha256', key).update(text).digest('hex');
}

interface Signed {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The signature that a URL has to have, from what it says.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export function signatureOfUrl({ method, url, headers }: Signed, secret: string): string {
  const { pathname, host, searchParams } = new URL(url);
  const saidOf = (name: string) => searchParams.get(name) ?? '';
  const query = [...searchParams].filter(([name]) => name !== 'X-Amz-Signature');
  const pairs = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
  const names = saidOf('X-Amz-SignedHeaders').split(';');
  const lines = names.map((name) => `${name}:${(name === 'host' ? host : (headers[name] ?? '')).trim()}\n`);
  const request = [method, pathname, pairs.join('&'), lines.join(''), names.join(';'), 'UNSIGNED-PAYLOAD'].join('\n');
  const [, ...scope] = saidOf('X-Amz-Credential').split('/');
  const digest = createHash('sha256').update(request).digest('hex');
  const text = ['AWS4-HMAC-SHA256', saidOf('X-Amz-Date'), scope.join('/'), digest].join('\n');
  return signatureOf(text, secret, scope);
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}
