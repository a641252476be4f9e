import { createHash } from 'node:crypto';

/** An object of the store in memory. */
export interface Kept {
  readonly bytes: Buffer;
  readonly headers: Record<string, string>;
  readonly etag: string;
  /** Of a manifest: what it names. */
  readonly segments?: readonly { readonly name: string; readonly bytes: number; readonly hash: string }[];
}

/** A container of it. */
interface KeptContainer {
  readonly headers: Record<string, string>;
  readonly objects: Map<string, Kept>;
}

/** What a region of the store in memory has. */
export type Containers = Map<string, KeptContainer>;

export function md5Of(bytes: Uint8Array | string): string {
  return createHash('md5').update(bytes).digest('hex');
}

/** All bytes of an object, those of its segments in their order. */
export function bytesOf(containers: Containers, { bytes, segments }: Kept): Buffer {
  if (segments === undefined) return bytes;
  const parts = segments.map(({ name }) => {
    const [, container = '', object = ''] = /^\/([^/]+)\/(.*)$/.exec(name) ?? [];
    return containers.get(container)?.objects.get(object)?.bytes ?? Buffer.alloc(0);
  });
  return Buffer.concat(parts);
}

/** A page of names with what stands for them, as JSON. */
export function pageOf(
  rows: readonly { readonly key: string; readonly row: object }[],
  query: URLSearchParams,
): string {
  const isReversed = query.get('reverse') === 'true';
  const [low, high] = isReversed ? ['end_marker', 'marker'] : ['marker', 'end_marker'];
  const isIn = (key: string) => key > (query.get(low) ?? '') && (!query.get(high) || key < (query.get(high) ?? ''));
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter');
  const page = new Map<string, object>();
  for (const { key, row } of [...rows].sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))) {
    const cut = delimiter === null || !key.startsWith(prefix) ? -1 : key.indexOf(delimiter, prefix.length);
    const place = cut < 0 ? key : key.slice(0, cut + 1);
    if (key.startsWith(prefix) && isIn(place)) page.set(place, cut < 0 ? row : { subdir: place });
  }
  const all = [...page.values()];
  return JSON.stringify((isReversed ? all.reverse() : all).slice(0, Number(query.get('limit') ?? 10_000)));
}
