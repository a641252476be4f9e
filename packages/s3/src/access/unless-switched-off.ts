import { UnsupportedError } from '@proj/core/store';
import { knownAbilities } from '../abilities/known-abilities.js';
import type { BucketHome } from '../calls/bucket-home.js';
import { s3Facts } from '../facts/s3-facts.js';

/** Sets an ACL. Where they were switched off since they were asked for, that is remembered. @throws UnsupportedError then */
export async function unlessSwitchedOff<R>(
  home: BucketHome,
  ability: 'objectAcl' | 'containerAcl',
  set: () => Promise<R>,
): Promise<R> {
  try {
    return await set();
  } catch (cause) {
    if ((cause as { readonly name?: unknown } | null)?.name !== 'AccessControlListNotSupported') throw cause;
    knownAbilities(home).learn('acls', false);
    throw new UnsupportedError(s3Facts, ability, { cause });
  }
}
