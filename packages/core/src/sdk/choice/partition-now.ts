import { knownRegions, partitionOf } from '../../regions/table.js';
import { compileGlob } from '../../targets/glob.js';
import type { Selection } from '../../targets/select.js';

/** The partition of a set for which none was given, as far as it can be told without waiting. */
export function partitionNow(chosen: Selection | undefined): string {
  const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
  const meant = chosen === undefined ? [] : partitionsMeant(chosen);
  const configured = partitionOf(AWS_REGION ?? '') ?? partitionOf(AWS_DEFAULT_REGION ?? '');
  if (configured !== undefined && (meant.length === 0 || meant.includes(configured))) return configured;
  return meant[0] ?? 'aws';
}

/** The partitions of the regions that are named, else those that the globs take in. */
function partitionsMeant({ exact, globs }: Selection): readonly string[] {
  const known = exact.filter((name) => partitionOf(name) !== undefined);
  const regions = known.length > 0 ? known : matching(globs);
  return [...new Set(regions.map((name) => partitionOf(name) ?? 'aws'))];
}

function matching(globs: readonly string[]): readonly string[] {
  const patterns = globs.map(compileGlob);
  return knownRegions().filter((name) => patterns.some((matches) => matches(name)));
}
