import { createHmac } from 'node:crypto';
import { OptionError } from '@proj/core';

/** By what is signed. Clusters of today take no SHA-1 any more, and those before 2.29 of 2022 nothing else. */
export type Digest = 'sha1' | 'sha256' | 'sha512';

/** The signature of lines, as the service computes it again. @throws OptionError */
export function signatureOf(call: string, lines: readonly string[], key: string, digest: Digest = 'sha256'): string {
  if (typeof key !== 'string' || key === '') {
    throw new OptionError(`${call}: key is the account's or the container's, which signingKeys sets`);
  }
  if (!['sha1', 'sha256', 'sha512'].includes(digest)) {
    throw new OptionError(`${call}: digest is sha256, sha512 or sha1`);
  }
  const hmac = createHmac(digest, key).update(lines.join('\n'));
  // So long a one is told from others by its name alone.
  return digest === 'sha512' ? `sha512:${hmac.digest('base64url')}` : hmac.digest('hex');
}
