import { authorize } from '../access/authorize.js';
import type { Problem } from '../bulk/report.js';
import { readObjectPath } from '../door/storage-target.js';
import { followLinks } from '../objects/find-object.js';
import { readRanges } from '../objects/ranges.js';
import { readingOf } from '../objects/reading.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { statusLine } from '../wire/statuses.js';
import { isoTime, seconds } from '../wire/times.js';
import type { Entry } from './read-manifest.js';
import type { ObjectSegment, Segment } from './segment.js';

type ObjectEntry = Exclude<Entry, { data: Buffer }>;
type Checked = { readonly segment: Segment } | { readonly problems: readonly string[] };

/** Looks at every object that a manifest names, and gives the segments, or what is wrong with them. */
export function checkSegments(
  call: SwiftCall,
  entries: readonly Entry[],
): { readonly segments: readonly Segment[]; readonly problems: readonly Problem[] } {
  const segments: Segment[] = [];
  const problems: Problem[] = [];
  for (const [index, entry] of entries.entries()) {
    const checked = 'data' in entry ? { segment: entry } : check(call, entry, index === entries.length - 1);
    if ('segment' in checked) segments.push(checked.segment);
    else if ('path' in entry)
      problems.push(...checked.problems.map((why) => [`/${encodeURI(entry.path)}`, why] as const));
  }
  return { segments, problems };
}

function check(call: SwiftCall, entry: ObjectEntry, last: boolean): Checked {
  const { container = '', object = '' } = readObjectPath(entry.path) ?? {};
  const { account } = call.parts.target;
  const at = call.derive({ method: 'HEAD', target: { account, container, object }, query: new Map() });
  try {
    return compare(at, entry, last);
  } catch (error) {
    if (error instanceof SwiftError) return { problems: [statusLine(error.status)] };
    throw error;
  }
}

function compare(call: SwiftCall, entry: ObjectEntry, last: boolean): Checked {
  authorize(call, 'read');
  const found = followLinks(call);
  const { size, etag: header } = readingOf(found.call, found.object);
  const etag = header.replaceAll('"', '');
  const range = entry.range === undefined ? undefined : rangeOf(entry.range, size);
  const problems = [
    ...(range === 'none' ? ['Unsatisfiable Range'] : []),
    ...(size < 1 && !last ? ['Too small; each segment must be at least 1 byte.'] : []),
    ...(entry.size !== undefined && entry.size !== size ? ['Size Mismatch'] : []),
    ...(entry.etag !== undefined && entry.etag !== etag ? ['Etag Mismatch'] : []),
  ];
  if (problems.length > 0) return { problems };
  const { container = '', object = '' } = call.parts.target;
  const { contentType, manifest, stamp } = found.object;
  const segment: ObjectSegment = {
    container,
    object,
    etag,
    bytes: size,
    contentType,
    modified: isoTime(seconds(stamp) * 100_000),
    range: range === 'none' ? undefined : range,
    nested: manifest !== undefined,
  };
  return { segment };
}

/** Which bytes, unless it is all of them. */
function rangeOf(text: string, size: number): readonly [number, number] | 'none' | undefined {
  try {
    const [range] = readRanges(`bytes=${text}`, size) ?? [];
    if (!range || (range.start === 0 && range.end === size)) return undefined;
    return [range.start, range.end - 1];
  } catch {
    return 'none';
  }
}
