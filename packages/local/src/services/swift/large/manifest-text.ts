import type { Segment } from './segment.js';

/** A manifest as it is kept: with what was found of each segment. */
export function storedManifest(segments: readonly Segment[]): string {
  return spaced(
    segments.map((segment) => {
      if ('data' in segment) return { data: segment.data.toString('base64') };
      const { container, object, bytes, etag, contentType, modified, range, nested } = segment;
      return {
        name: `/${container}/${object}`,
        bytes,
        hash: etag,
        content_type: contentType,
        last_modified: modified,
        ...(range && { range: range.join('-') }),
        ...(nested && { sub_slo: true }),
      };
    }),
  );
}

/** A manifest as it could be put again. */
export function rawManifest(segments: readonly Segment[]): string {
  return spaced(
    segments.map((segment) => {
      if ('data' in segment) return { data: segment.data.toString('base64') };
      const { container, object, bytes, etag, range } = segment;
      return { path: `/${container}/${object}`, etag, size_bytes: bytes, ...(range && { range: range.join('-') }) };
    }),
  );
}

/** JSON as Swift writes it: a manifest's length is counted among the bytes of its container. */
function spaced(list: readonly object[]): string {
  const objects = list.map((one) => {
    const members = Object.entries(one).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
    return `{${members.join(', ')}}`;
  });
  return `[${objects.join(', ')}]`;
}
