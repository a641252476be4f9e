import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { keystone } from '../auth/keystone.js';
import { type CloudFilesOptions, type CloudFilesSet, cloudFiles } from '../cloud-files.js';
import type { Container } from '../containers/container.js';
import { ofAccount, ofContainer, ofObject } from './answers.js';
import { login } from './identity.js';
import type { Containers } from './store.js';

/** A request as it came. */
export interface Asked {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** What a test puts before the store: an answer of its own, or none; one that is cut off has fewer bytes than it says. */
export type Before = (asked: Asked) => Answer | 'cut' | undefined | Promise<Answer | undefined>;

/** A Swift in memory on loopback, in some regions, with the identity services that there are. */
export class Swift {
  readonly regions: readonly string[];
  readonly asked: Asked[] = [];
  readonly tokens = new Set<string>();
  readonly stores = new Map<string, Containers>();
  before: Before = () => undefined;
  url = '';
  #logins = 0;

  constructor(regions: readonly string[]) {
    this.regions = regions;
    for (const region of regions) this.stores.set(region, new Map());
  }

  /** What was asked, as `PUT /dfw/v1/AUTH_test/c/o?multipart-manifest=put`. */
  get lines(): readonly string[] {
    return this.asked.map(({ method, path, query }) => `${method} ${path}${query.size === 0 ? '' : `?${query}`}`);
  }

  /** How many logged in. */
  get logins(): number {
    return this.#logins;
  }

  newToken(): string {
    this.#logins += 1;
    const token = `token-${this.#logins}`;
    this.tokens.add(token);
    return token;
  }

  async answer(asked: Asked): Promise<Answer | 'cut'> {
    this.asked.push(asked);
    const own = await this.before(asked);
    if (own !== undefined) return own;
    const identity = { url: this.url, regions: this.regions, newToken: () => this.newToken() };
    const admission = login(identity, asked);
    if (admission !== undefined) return admission;
    if (asked.path === '/info') return { status: 200, body: JSON.stringify({ swift: { version: '2.30.1' }, slo: {} }) };
    const [, region = '', container = '', object] =
      /^\/([^/]+)\/v1\/AUTH_test(?:\/([^/]+)(?:\/(.+))?)?$/s.exec(asked.path) ?? [];
    const containers = this.stores.get(region);
    if (containers === undefined) return { status: 404 };
    if (!this.tokens.has(asked.headers['x-auth-token'] ?? '')) return { status: 401 };
    if (container === '') return ofAccount(containers, asked);
    return object === undefined
      ? ofContainer(containers, container, asked)
      : ofObject(containers, container, object, asked);
  }
}

/** Starts it; it ends with the test. */
export async function swiftIn(...regions: readonly string[]): Promise<Swift> {
  const swift = new Swift(regions.length === 0 ? ['DFW'] : regions);
  const server = createServer((request, response) => void handle(swift, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  swift.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return swift;
}

async function handle(swift: Swift, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const pairs = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
  const asked = {
    method: request.method ?? '',
    path: decodeURIComponent(path),
    query: new URLSearchParams(query),
    headers: Object.fromEntries(pairs),
    body: await buffer(request),
  };
  const answer = await swift.answer(asked);
  if (answer === 'cut') return void response.destroy();
  const { status, headers = {}, body = '' } = answer;
  const length = headers['content-length'] ?? String(Buffer.byteLength(body));
  const hasNone = status === 204 || status === 304;
  response.writeHead(status, { 'x-trans-id': 'tx-1', ...headers, ...(hasNone ? {} : { 'content-length': length }) });
  response.end(hasNone ? undefined : body);
}

/** Somebody whom it lets in by Keystone. */
export function somebody({ url }: Swift) {
  const user = { username: 'reports', userDomainName: 'Default', projectName: 'p', projectDomainName: 'Default' };
  return keystone({ authUrl: url, ...user, password: 'secret' });
}

/** A set over all its regions. */
export async function setOn(swift: Swift, options: CloudFilesOptions = {}): Promise<CloudFilesSet> {
  const set = await cloudFiles(somebody(swift), options);
  onTestFinished(() => set[Symbol.asyncDispose]());
  return set;
}

/** A Swift of one region, and a new container of it. What was asked until then is forgotten. */
export async function oneContainer(
  options: CloudFilesOptions = {},
): Promise<{ readonly swift: Swift; readonly container: Container }> {
  const swift = await swiftIn('DFW');
  const container = await (await setOn(swift, options)).at('DFW').createContainer('reports');
  swift.asked.length = 0;
  return { swift, container };
}
