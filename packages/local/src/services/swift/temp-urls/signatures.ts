import { createHmac, timingSafeEqual } from 'node:crypto';

/** The digests that signatures may be made with. */
export const DIGESTS: readonly string[] = ['sha256', 'sha512'];

const BY_LENGTH: ReadonlyMap<number, string> = new Map([
  [40, 'sha1'],
  [64, 'sha256'],
  [128, 'sha512'],
]);

/** A signature, and the digest that it is made with. */
export interface Signature {
  readonly digest: string;
  readonly bytes: Buffer;
}

/** Reads a signature: hexadecimal digits, whose number tells the digest, or `sha512:` and base64. Nothing where it is none that is taken. */
export function readSignature(text: string): Signature | undefined {
  const [, named, encoded] = /^(sha\d+):([A-Za-z0-9_+/=-]+)$/.exec(text) ?? [];
  if (named !== undefined && encoded !== undefined) {
    return DIGESTS.includes(named) ? { digest: named, bytes: Buffer.from(encoded, 'base64url') } : undefined;
  }
  const digest = /^[0-9a-f]+$/i.test(text) ? BY_LENGTH.get(text.length) : undefined;
  return digest && DIGESTS.includes(digest) ? { digest, bytes: Buffer.from(text, 'hex') } : undefined;
}

/** Whether it is the key's signature of this text. */
export function isSignedBy({ digest, bytes }: Signature, key: string, text: string): boolean {
  // Keys come in headers, a byte a character.
  const made = createHmac(digest, Buffer.from(key, 'latin1')).update(text).digest();
  return made.length === bytes.length && timingSafeEqual(made, bytes);
}
