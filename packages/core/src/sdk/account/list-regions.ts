import type { StaticStructureSchema } from '@smithy/types';
import { requirePartition } from '../../regions/table.js';
import { endpointOf, type LookUp } from './look-up.js';
import { ask, type Question } from './question.js';
import type { RegionList } from './region-list.js';

const pageSize = 50;
/** There are fewer regions than fit on one page; a server that goes on for ever is not followed. */
const mostPages = 20;

/**
 * Asks Account Management, which has one endpoint in each partition, for the account's regions and their status. `ENABLED` and
 * `ENABLED_BY_DEFAULT` are enabled, `DISABLED` is not, the two others are on their way.
 */
export async function listRegions(lookUp: LookUp, signal: AbortSignal): Promise<RegionList> {
  const regions: ListedRegion[] = [];
  let NextToken: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await askPage(lookUp, NextToken, signal);
    regions.push(...(answer.Regions ?? []));
    NextToken = answer.NextToken;
    if (!NextToken) return listOf(regions);
  }
  throw new Error(`ListRegions still had a token after ${mostPages} pages`);
}

/** Where it is asked: the region that the partition's global services are signed for. */
export function placeOfListRegions(partition: string): string {
  return requirePartition(partition).implicitGlobalRegion;
}

function askPage(lookUp: LookUp, NextToken: string | undefined, signal: AbortSignal): Promise<RegionsAnswer> {
  const region = placeOfListRegions(lookUp.partition);
  return ask<RegionsAnswer>(question, {
    region,
    address: `https://account.${region}.${requirePartition(lookUp.partition).dnsSuffix}`,
    endpoint: endpointOf(lookUp, 'account', region),
    credentials: lookUp.credentials,
    handler: lookUp.handler,
    signal,
    input: { MaxResults: pageSize, ...(NextToken === undefined ? {} : { NextToken }) },
  });
}

function listOf(regions: readonly ListedRegion[]): RegionList {
  const withStatus = (...statuses: readonly string[]) =>
    regions.flatMap(({ RegionName: name, RegionOptStatus: status = '' }) =>
      name !== undefined && statuses.includes(status) ? [[name, status] as const] : [],
    );
  return {
    enabled: withStatus('ENABLED', 'ENABLED_BY_DEFAULT').map(([name]) => name),
    changing: new Map(withStatus('ENABLING', 'DISABLING')),
  };
}

interface ListedRegion {
  readonly RegionName?: string;
  readonly RegionOptStatus?: string;
}

interface RegionsAnswer {
  readonly Regions?: readonly ListedRegion[];
  readonly NextToken?: string;
}

const region: StaticStructureSchema = [3, 'proj.core', 'Region', 0, ['RegionName', 'RegionOptStatus'], [0, 0]];

/**
 * https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html; the endpoint and whom it is signed for are those of
 * the endpoint rules of `@aws-sdk/client-account` 3.1169.0.
 */
const question: Question = {
  protocol: 'restJson',
  serviceId: 'Account',
  signingName: 'account',
  version: '2021-02-01',
  operation: 'ListRegions',
  output: [3, 'proj.core', 'Regions', 0, ['Regions', 'NextToken'], [[1, 'proj.core', 'RegionList', 0, region], 0]],
};
