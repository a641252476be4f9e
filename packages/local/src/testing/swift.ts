import type { Account, LocalCloud } from '../index.js';

/** What to send beside the method and the path. */
export interface SwiftAsk {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream;
  /** `null` for none. */
  readonly token?: string | null;
}

/** What came back. */
export interface SwiftReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON. */
  json<T>(): T;
}

/** An account of Swift in one region, by plain HTTP. */
export interface SwiftCaller {
  /** The storage's address. */
  readonly url: string;
  readonly token: string;
  /** @param path - behind the account: `/container/object` */
  ask(method: string, path: string, ask?: SwiftAsk): Promise<SwiftReply>;
  /** Puts an object, in a container that is made if need be. */
  put(path: string, body: string, headers?: Readonly<Record<string, string>>): Promise<SwiftReply>;
}

/** Lets an account in by its key. */
export async function swiftCaller(
  cloud: LocalCloud,
  region = 'DFW',
  { credentials } = cloud.accounts[0] as Account,
): Promise<SwiftCaller> {
  const { accessKeyId, secretAccessKey } = credentials;
  const answer = await fetch(`${cloud.endpoint('swift', region)}/auth/v1.0`, {
    headers: { 'x-auth-user': accessKeyId, 'x-auth-key': secretAccessKey },
  });
  const [url, token] = [answer.headers.get('x-storage-url') ?? '', answer.headers.get('x-auth-token') ?? ''];
  const ask = (method: string, path: string, given: SwiftAsk = {}): Promise<SwiftReply> =>
    send(method, `${url}${path}`, { token, ...given });
  const put: SwiftCaller['put'] = async (path, body, headers = {}) => {
    await ask('PUT', `/${path.split('/')[1]}`);
    return ask('PUT', path, { body, headers });
  };
  return { url, token, ask, put };
}

/** One request to an address. */
export async function send(method: string, url: string, { headers = {}, body, token }: SwiftAsk): Promise<SwiftReply> {
  const own = token ? { 'x-auth-token': token } : {};
  // Without a type of its own, so that the one which fetch would give does not become the object's.
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const stream = body instanceof ReadableStream ? { duplex: 'half' as const } : {};
  const sent = { method, headers: { ...own, ...headers }, redirect: 'manual' as const, ...stream };
  const answer = await fetch(url, bytes === undefined ? sent : { ...sent, body: bytes });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: () => JSON.parse(text) };
}
