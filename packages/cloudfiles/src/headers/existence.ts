import { isHttpStatusError } from '../errors/http-status-error.js';

/** Whether something is there. What may not be looked at is there or not: nobody says. */
export type Existence = 'exists' | 'absent' | 'forbidden';

/** What the answer to a question, or its error, says. @throws every other error */
export async function existenceBy(ask: () => Promise<unknown>): Promise<Existence> {
  try {
    await ask();
    return 'exists';
  } catch (error) {
    if (isHttpStatusError(error) && error.status === 404) return 'absent';
    if (isHttpStatusError(error) && error.status === 403) return 'forbidden';
    throw error;
  }
}
