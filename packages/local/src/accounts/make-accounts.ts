import { randomBytes } from 'node:crypto';
import type { Account, AccountCredentials } from './account.js';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The two accounts of a cloud whose options name none. */
export const defaultAccountIds: readonly string[] = ['111122223333', '444455556666'];

/** An account with a key of its own: random, so that no page or program can know it without being told. */
export function makeAccount(id: string, credentials: AccountCredentials = randomCredentials()): Account {
  // Not frozen: SDK v3 writes a note of where the keys came from into the object that it is given.
  return { id, credentials: { ...credentials } };
}

function randomCredentials(): AccountCredentials {
  const letters = [...randomBytes(16)].map((byte) => BASE32.charAt(byte % BASE32.length));
  return { accessKeyId: `AKIA${letters.join('')}`, secretAccessKey: randomBytes(30).toString('base64') };
}
