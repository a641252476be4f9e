/**
 * What is wrong with keys, as half a sentence that begins behind `credentials`, or `undefined`. It shows nothing of them, since that may be
 * a secret. Whatever would be found out only by a refused signature, or by asking without end, is said here.
 */
export function flawOfKeys(keys: unknown): string | undefined {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = (keys ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof accessKeyId !== 'string' || typeof secretAccessKey !== 'string') {
    return 'that are no object with accessKeyId and secretAccessKey';
  }
  if (accessKeyId === '') return 'with an empty accessKeyId';
  if (secretAccessKey === '') return 'with an empty secretAccessKey';
  if (sessionToken !== undefined && typeof sessionToken !== 'string') {
    return 'with a sessionToken that is no text: leave it out where there is none';
  }
  if (sessionToken === '') return 'with an empty sessionToken: leave it out where there is none';
  return flawOfExpiration(expiration);
}

function flawOfExpiration(expiration: unknown): string | undefined {
  if (expiration === undefined) return undefined;
  if (!(expiration instanceof Date)) return 'with an expiration that is no Date: give new Date(…), or leave it out';
  return Number.isNaN(expiration.getTime()) ? 'with an expiration that is an invalid Date' : undefined;
}
