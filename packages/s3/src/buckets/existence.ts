import { isNoSuchBucketError } from '../errors/no-such-bucket-error.js';

/** Whether something is there. What may not be looked at is there or not: nobody says. */
export type Existence = 'exists' | 'absent' | 'forbidden';

/** What the answer to a question, or its error, says. @throws every other error */
export async function existenceBy(ask: () => Promise<unknown>): Promise<Existence> {
  try {
    await ask();
    return 'exists';
  } catch (error) {
    const { $metadata } = (error ?? {}) as { readonly $metadata?: { readonly httpStatusCode?: number } };
    if (isNoSuchBucketError(error) || $metadata?.httpStatusCode === 404) return 'absent';
    if ($metadata?.httpStatusCode === 403) return 'forbidden';
    throw error;
  }
}
