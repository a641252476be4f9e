import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';

/** Refuses an object with which the container, or the account, would have more than it is to have. */
export function checkQuotas(call: SwiftCall, bytes: number): void {
  const { container, account, now } = call;
  const quota = (name: string): number => Number(container.metadata.get(`x-container-meta-quota-${name}`) || Infinity);
  const whole = Number(account.metadata.get('x-account-meta-quota-bytes') || Infinity);
  const exceeded =
    container.bytes(now) + bytes > quota('bytes') ||
    container.rows.count(now) + 1 > quota('count') ||
    (whole < Infinity && account.usage(now).bytes + bytes > whole);
  if (exceeded) throw new SwiftError(413, 'Upload exceeds quota.');
}
