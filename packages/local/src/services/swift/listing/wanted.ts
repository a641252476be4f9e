import { SWIFT_LIMITS } from '../metadata/limits.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';

/** What of a listing is wanted. */
export interface Wanted {
  readonly prefix: string;
  readonly delimiter: string;
  /** Behind which it begins, in its own direction. */
  readonly from: string;
  /** Before which it ends. */
  readonly to: string;
  readonly limit: number;
  readonly reverse: boolean;
  /** The folder whose names alone are wanted, with the slash at its end: it is not among them. */
  readonly path: string | undefined;
}

const TRUE: ReadonlySet<string> = new Set(['true', '1', 'yes', 'on', 't', 'y']);

/** Whether a text says yes, as Swift reads it. */
export function isTrue(text: string | undefined): boolean {
  return TRUE.has(text?.toLowerCase() ?? '');
}

/** Reads what a listing is asked for. Throws {@link SwiftError} for more names than there are in one. */
export function readWanted(call: SwiftCall): Wanted {
  const path = call.query('path');
  const folder = path === undefined || path === '' ? path : `${path.replace(/\/+$/, '')}/`;
  return {
    prefix: folder ?? call.query('prefix') ?? '',
    delimiter: folder === undefined ? (call.query('delimiter') ?? '') : '/',
    from: call.query('marker') ?? '',
    to: call.query('end_marker') ?? '',
    limit: readLimit(call.query('limit')),
    reverse: isTrue(call.query('reverse')),
    path: folder,
  };
}

function readLimit(text: string | undefined): number {
  const most = SWIFT_LIMITS.container_listing_limit;
  if (text === undefined || !/^\d+$/.test(text)) return most;
  if (Number(text) > most) throw new SwiftError(412, `Maximum limit is ${most}`);
  return Number(text);
}
