import { currentCall } from './call.js';

/**
 * The signal of the set's call that the code now running belongs to: aborts when the call's time is over, or when nobody wants its
 * answer any more. `undefined` outside such a call. A class of one's own that makes requests hands it on; the SDK's clients in a
 * set have it by themselves.
 *
 * @example
 * ```ts
 * class Shop {
 *   constructor(readonly address: string) {}
 *   async wares(): Promise<unknown> {
 *     return (await fetch(this.address, { signal: callSignal() ?? null })).json();
 *   }
 * }
 * const shops = serviceSet(({ region }) => new Shop(`https://${region}.example.com/wares`), { regions: ['north', 'south'] });
 * await shops.with({ timeout: 2_000 }).wares().settled();
 * ```
 */
export function callSignal(): AbortSignal | undefined {
  return currentCall()?.signal;
}
