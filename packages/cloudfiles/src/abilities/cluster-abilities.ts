import { type Ability, UnsupportedError } from '@proj/core/store';
import { type ClusterInfo, clusterInfo, knownClusterInfo } from '../account/cluster-info.js';
import type { RequestOptions } from '../calls/request-options.js';
import type { Region } from '../wire/region.js';

/** The middleware of which a cluster speaks where it has an ability. */
const middlewares: { readonly [A in Ability]?: string } = {
  bulkDelete: 'bulk_delete',
  extractArchive: 'bulk_upload',
  versions: 'object_versioning',
  signedUrl: 'tempurl',
  signedPost: 'formpost',
};

/** Whether a region has an ability, as far as it is known. Sends nothing. */
export function hasAbility(region: Region, ability: Ability): boolean {
  const has = region.facts.has[ability];
  return has === 'yes' || (has === 'ask' && isSaid(knownClusterInfo(region), ability) === true);
}

/** Finds out, by one request that is remembered. @throws UnsupportedError where it is not there, or nobody says */
export async function requireAbility(region: Region, ability: Ability, options: RequestOptions): Promise<void> {
  const has = region.facts.has[ability];
  if (has === 'yes') return;
  const isThere = has === 'ask' && isSaid(await clusterInfo(region, options), ability);
  if (!isThere) throw new UnsupportedError(region.facts, ability);
}

/** Listings backwards are in Swift itself, from 2.7 of 2016. */
function isSaid(info: ClusterInfo | undefined, ability: Ability): boolean | undefined {
  if (info === undefined) return undefined;
  const middleware = middlewares[ability];
  if (middleware !== undefined) return middleware in info;
  const [major = 0, minor = 0] = String(info['swift']?.['version'] ?? '')
    .split('.')
    .map(Number);
  return ability === 'reverseList' && (major > 2 || (major === 2 && minor >= 7));
}
