import { setTimeout as after } from 'node:timers/promises';
import { CancelledError, callSignal } from '@proj/core';

/** Waits, unless the caller or the set's call does not want to wait any more. @throws CancelledError */
export async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  const signals = [signal, callSignal()].filter((one) => one !== undefined);
  try {
    await after(milliseconds, undefined, { signal: AbortSignal.any(signals) });
  } catch (cause) {
    throw new CancelledError('the request was cancelled while it waited to be sent again', { cause });
  }
}
