import { CancelledError } from '@proj/core';

/**
 * Waits for so many milliseconds, and leaves neither timer nor listener behind.
 *
 * @throws CancelledError when the signal aborts first, or has aborted before
 */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      clearTimeout(timer);
      reject(new CancelledError('the wait was cancelled by its signal', { cause: signal.reason }));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', cancel);
      resolve();
    }, milliseconds);
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
  });
}
