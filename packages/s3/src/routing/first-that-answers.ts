import { isCancelledError } from '@proj/core';
import { isS3Error } from '../errors/s3-error.js';

/** Asks one after the other until one answers, whatever it says. Throws what the last one failed with. */
export async function firstThatAnswers<P, R>(places: readonly P[], ask: (place: P) => Promise<R>): Promise<R> {
  let failure: unknown;
  for (const place of places) {
    try {
      return await ask(place);
    } catch (error) {
      if (hasAnswered(error)) throw error;
      failure = error;
    }
  }
  throw failure;
}

/** An error that the service sent, or that says what it said. */
function hasAnswered(error: unknown): boolean {
  const { $metadata } = (error ?? {}) as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return isS3Error(error) || isCancelledError(error) || $metadata?.httpStatusCode !== undefined;
}
