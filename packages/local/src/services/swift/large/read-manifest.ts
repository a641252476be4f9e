import { SLO_LIMITS } from '../metadata/limits.js';
import type { SwiftCall } from '../swift-call.js';
import { badRequest, SwiftError, unfit } from '../swift-error.js';
import { readEntry } from './read-entry.js';

/** A segment as a manifest names it: what is said of it is yet to be found true. */
export type Entry =
  | { readonly data: Buffer }
  | {
      readonly path: string;
      readonly etag: string | undefined;
      readonly size: number | undefined;
      readonly range: string | undefined;
    };

/** Reads the manifest that a call brings. Throws {@link SwiftError} for one that is none. */
export async function readManifest(call: SwiftCall): Promise<readonly Entry[]> {
  const length = call.header('content-length');
  if (length === undefined && call.header('transfer-encoding') === undefined) throw new SwiftError(411);
  const list = parse(await readText(call));
  const read = list.map((one, index) =>
    readEntry(one, index, { last: index === list.length - 1, target: targetOf(call) }),
  );
  const entries = read.filter((one) => typeof one !== 'string');
  const errors = read.filter((one) => typeof one === 'string');
  if (entries.length > 0 && errors.length === 0 && entries.every((entry) => 'data' in entry)) {
    errors.push('Inline data segments require at least one object-backed segment.');
  }
  if (errors.length > 0) throw unfit(errors.map((line) => `${line}\n`).join(''));
  const most = SLO_LIMITS.max_manifest_segments;
  if (entries.filter((entry) => 'path' in entry).length > most) {
    throw new SwiftError(413, `Number of object-backed segments must be <= ${most}`);
  }
  return entries;
}

function targetOf({ parts: { target } }: SwiftCall): string {
  return `${target.container}/${target.object}`;
}

function parse(text: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest('Manifest must be valid JSON.\n');
  }
  if (Array.isArray(value)) return value;
  throw badRequest('Manifest must be a list.\n');
}

async function readText({ parts: { stream } }: SwiftCall): Promise<string> {
  const most = SLO_LIMITS.max_manifest_size;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > most) throw new SwiftError(413, `Manifest File > ${most} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
