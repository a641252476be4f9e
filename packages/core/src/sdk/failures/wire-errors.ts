import { isTransportError } from './transport-errors.js';

const ofTheWire = new WeakSet<object>();
const ofTheCaller = new WeakSet<object>();
const depth = 5;

/** Notes an error with which a request of a set's ended. */
export function noteWireError(error: unknown): void {
  if (typeof error === 'object' && error !== null) ofTheWire.add(error);
}

/**
 * Notes what a function of the caller's threw, if it looks like an error of a connection and came by none of the set's: of his own
 * database, say. It tells nothing of the target.
 */
export function noteCallersError(error: unknown): void {
  if (typeof error !== 'object' || error === null) return;
  if (isTransportError(error) && !cameByWire(error)) ofTheCaller.add(error);
}

/** Whether the error is of a connection of the caller's own. */
export function isCallersError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && ofTheCaller.has(error);
}

function cameByWire(error: unknown, level = 0): boolean {
  if (typeof error !== 'object' || error === null || level > depth) return false;
  const { cause, errors } = error as { readonly cause?: unknown; readonly errors?: unknown };
  const below = [cause, ...(Array.isArray(errors) ? errors : [])];
  return ofTheWire.has(error) || below.some((one) => cameByWire(one, level + 1));
}
