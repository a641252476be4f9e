import { CancelledError, callSignal } from '@proj/core';

/** What several wait for: whoever goes away stops waiting, and the others go on. @throws CancelledError */
export async function unlessAborted<T>(shared: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const leaving = AbortSignal.any([signal, callSignal()].filter((one) => one !== undefined));
  if (leaving.aborted) throw left(leaving);
  let stop: (() => void) | undefined;
  const gone = new Promise<never>((_, reject) => {
    stop = () => reject(left(leaving));
    leaving.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([shared, gone]);
  } finally {
    if (stop !== undefined) leaving.removeEventListener('abort', stop);
  }
}

function left({ reason }: AbortSignal): CancelledError {
  return new CancelledError('the request was cancelled while it waited for a token', { cause: reason });
}
