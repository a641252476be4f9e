import { OptionError } from '@proj/core';
import { headerText } from '../headers/metadata.js';

/** The keys of signed addresses: two, so that one can be replaced while the other holds. `null` takes one away. They are secrets. */
export interface SigningKeys {
  readonly first?: string | null | undefined;
  readonly second?: string | null | undefined;
}

/** For the wire. @throws OptionError */
export function signingKeyHeaders(
  owner: 'account' | 'container',
  keys: SigningKeys | undefined,
): Record<string, string | undefined> {
  if (keys === undefined) return {};
  if (typeof keys !== 'object' || keys === null) throw new OptionError('signingKeys is { first, second }');
  return {
    [`x-${owner}-meta-temp-url-key`]: keyText(keys.first),
    [`x-${owner}-meta-temp-url-key-2`]: keyText(keys.second),
  };
}

function keyText(key: string | null | undefined): string | undefined {
  if (key === undefined) return undefined;
  return key === null ? '' : headerText('a signing key', key);
}
