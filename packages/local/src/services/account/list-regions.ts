import type { OptInStatus, Region } from '../../regions/region.js';
import { invalid, type ListRegionsInput } from './read-input.js';

/** A page of the account's regions. */
interface RegionsPage {
  readonly Regions: readonly { readonly RegionName: string; readonly RegionOptStatus: string }[];
  readonly NextToken?: string;
}

const STATUS: Readonly<Record<OptInStatus, string>> = {
  'opt-in-not-required': 'ENABLED_BY_DEFAULT',
  'opted-in': 'ENABLED',
  'not-opted-in': 'DISABLED',
};

/** The regions with their status, page by page. `seal` makes a token good for this account alone. */
export function listRegions(
  input: ListRegionsInput,
  regions: readonly Region[],
  seal: (text: string) => string,
): RegionsPage {
  const { MaxResults, NextToken, RegionOptStatusContains: wanted } = input;
  const rows = regions
    .map(({ name, optIn }) => ({ RegionName: name, RegionOptStatus: STATUS[optIn] }))
    .filter(({ RegionOptStatus }) => wanted.length === 0 || wanted.includes(RegionOptStatus));
  const scope = [...wanted].sort().join(',');
  const tokenOf = (place: number) => `${place}.${seal(`${place}/${scope}`)}`;
  const start = NextToken === undefined ? 0 : Number.parseInt(NextToken, 10);
  if (NextToken !== undefined && tokenOf(start) !== NextToken)
    throw invalid('NextToken', 'is none that was given here');
  const end = start + MaxResults;
  return { Regions: rows.slice(start, end), ...(end < rows.length ? { NextToken: tokenOf(end) } : {}) };
}
