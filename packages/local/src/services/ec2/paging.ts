import { createHash } from 'node:crypto';
import { ApiError } from '../../wire/api-error.js';
import { integer } from '../query/read-parameters.js';
import type { Ec2Call } from './ec2-call.js';
import type { Placed } from './estate/collection.js';

/** A page of a listing. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly nextToken: string | undefined;
}

/** How an action pages. */
export interface PagingRules {
  /** The action, since a token is good for no other. */
  readonly action: string;
  /** What `MaxResults` over 1000 means: as many as may be, or an error. */
  readonly over: 'clamp' | 'refuse';
  /** The page size without `MaxResults`; without one, everything comes at once. */
  readonly otherwise?: number;
}

const SMALLEST = 5;
const LARGEST = 1000;

/** Cuts the page that the call asks for out of what passed the filters. */
export function cutPage<T>(call: Ec2Call, rules: PagingRules, passed: Iterable<Placed<T>>): Page<T> {
  const limit = pageSize(call, rules);
  const after = startOf(call, rules);
  const rows: T[] = [];
  let last = 0;
  for (const { place, resource } of passed) {
    if (place <= after) continue;
    // Only a row beyond the page shows that another page is worth asking for.
    if (rows.length === limit) return { rows, nextToken: makeToken(call, rules, last) };
    rows.push(resource);
    last = place;
  }
  return { rows, nextToken: undefined };
}

/** Refuses a page size together with ids, as EC2 does. */
export function refusePagedIds(call: Ec2Call, ids: readonly string[], setName: string): void {
  const paged = call.parameters.value('MaxResults') !== undefined || call.parameters.value('NextToken') !== undefined;
  if (!paged || ids.length === 0) return;
  throw new ApiError(
    'InvalidParameterCombination',
    `The parameter ${setName} cannot be used with the parameter maxResults`,
  );
}

function pageSize(call: Ec2Call, { over, otherwise = Number.POSITIVE_INFINITY }: PagingRules): number {
  const asked = integer(call.parameters, 'MaxResults');
  if (asked === undefined) return otherwise;
  const complaint = `Value ( ${asked} ) for parameter maxResults is invalid.`;
  if (asked < SMALLEST)
    throw new ApiError('InvalidParameterValue', `${complaint} Expecting a value greater than ${SMALLEST}.`);
  if (asked <= LARGEST) return asked;
  if (over === 'clamp') return LARGEST;
  throw new ApiError('InvalidParameterValue', `${complaint} Expecting a value less than or equal to ${LARGEST}.`);
}

function startOf(call: Ec2Call, rules: PagingRules): number {
  const token = call.parameters.value('NextToken');
  if (!token) return 0;
  const place = Number.parseInt(Buffer.from(token, 'base64url').toString('latin1'), 10);
  if (makeToken(call, rules, place) !== token) {
    throw new ApiError('InvalidParameterValue', 'Unable to parse pagination token');
  }
  return place;
}

/** Sealed with whose listing it is of: another region's token, or another account's, is refused. */
function makeToken(call: Ec2Call, { action }: PagingRules, place: number): string {
  const text = [place, action, call.estate.region, call.account.id].join('/');
  const seal = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  return Buffer.from(`${place}/${seal}`).toString('base64url');
}
