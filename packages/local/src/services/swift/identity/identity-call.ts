import type { Account } from '../../../accounts/account.js';
import type { ReceivedRequest } from '../../../http/received-request.js';
import { SwiftError } from '../swift-error.js';
import type { Tokens } from './tokens.js';

/** A call of an identity service. */
export interface IdentityCall {
  readonly request: ReceivedRequest;
  /** Behind `/identity`, without a slash at its end. */
  readonly path: string;
  /** `http://127.0.0.1:4566`. */
  readonly origin: string;
  /** The address of the identity service. */
  readonly address: string;
  /** The region that the address names, or the first. */
  readonly region: string;
  readonly regions: readonly string[];
  readonly accounts: readonly Account[];
  readonly tokens: Tokens;
}

/** The address of a part of Swift in a region. */
export function regionalAddress({ origin }: IdentityCall, region: string, path: string): string {
  return `${origin}/swift/${region}${path}`;
}

const MOST_BYTES = 114_688;

/** The body as JSON; anything else is nothing that has members. */
export async function readDocument({ stream }: ReceivedRequest): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream ?? []) {
    size += part.length;
    if (size > MOST_BYTES) throw new SwiftError(413);
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A member of a document, however deep; nothing where there is none. */
export function member(document: unknown, ...path: readonly string[]): unknown {
  let found: unknown = document;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return found;
}

/** The account whose key and secret these are. */
export function accountOfKey(accounts: readonly Account[], key: unknown, secret: unknown): Account | undefined {
  return accounts.find(({ credentials }) => credentials.accessKeyId === key && credentials.secretAccessKey === secret);
}
