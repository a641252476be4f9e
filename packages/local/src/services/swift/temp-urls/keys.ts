import { accountNamed } from '../identity/storage-names.js';
import type { Pass, SwiftCall } from '../swift-call.js';

/** A key that addresses and forms are signed with, and what it opens. */
export interface SigningKey {
  readonly key: string;
  readonly pass: Pass;
}

/** The keys that there are for what a call is about. */
export function signingKeys(call: SwiftCall): readonly SigningKey[] {
  const { account, container } = call.parts.target;
  if (!accountNamed(account, call.parts.accounts)) return [];
  const ofAccount = keysIn(call.account.metadata, 'x-account-meta-temp-url-key');
  const ofContainer = keysIn(call.knownContainer?.metadata, 'x-container-meta-temp-url-key');
  return [
    ...ofAccount.map((key) => ({ key, pass: { account, container: undefined } })),
    ...ofContainer.map((key) => ({ key, pass: { account, container } })),
  ];
}

function keysIn(metadata: ReadonlyMap<string, string> | undefined, name: string): readonly string[] {
  return [metadata?.get(name), metadata?.get(`${name}-2`)].filter((key) => key !== undefined);
}
