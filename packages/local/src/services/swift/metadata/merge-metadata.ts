import { checkAll, checkMetadata, type Kind, type Metadata } from './check-metadata.js';

/**
 * What an account or a container is to have once these headers are taken: what is sent is added, what is sent empty or named by
 * `x-remove-…` is taken away, all else stays. Throws SwiftError for what is too much.
 *
 * @param settings - other headers that are kept
 */
export function mergeMetadata(
  before: Metadata,
  headers: Metadata,
  kind: Exclude<Kind, 'object'>,
  settings: readonly string[] = [],
): Metadata {
  const merged = new Map(before);
  const sent: [string, string][] = [...checkMetadata(headers, kind)];
  for (const name of settings) {
    const value = headers.get(name);
    if (value !== undefined) sent.push([name, value]);
  }
  for (const [name, value] of sent) {
    if (value === '') merged.delete(name);
    else merged.set(name, value);
  }
  for (const name of headers.keys()) {
    if (name.startsWith('x-remove-')) merged.delete(name.replace('x-remove-', 'x-').replaceAll('_', '-'));
  }
  checkAll(merged);
  return merged;
}

/** Makes it so. */
export function takeMetadata(place: Map<string, string>, merged: Metadata): void {
  place.clear();
  for (const [name, value] of merged) place.set(name, value);
}
