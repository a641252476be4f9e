import { ApiError } from '../../wire/api-error.js';

/** The input of ListRegions: https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html */
export interface ListRegionsInput {
  readonly MaxResults: number;
  readonly NextToken: string | undefined;
  readonly RegionOptStatusContains: readonly string[];
}

const KNOWN: ReadonlySet<string> = new Set(['AccountId', 'MaxResults', 'NextToken', 'RegionOptStatusContains']);
const STATUSES: ReadonlySet<string> = new Set(['ENABLED', 'ENABLING', 'DISABLING', 'DISABLED', 'ENABLED_BY_DEFAULT']);
const LARGEST = 50;

/** Reads and checks it. Throws {@link ApiError} for what the service would refuse. */
export function readInput(body: Buffer): ListRegionsInput {
  const input = parsed(body);
  for (const name of Object.keys(input)) if (!KNOWN.has(name)) throw invalid(name, 'is not a member of the input');
  if (input['AccountId'] !== undefined) {
    throw new ApiError('AccessDeniedException', 'The account is no management account: leave AccountId out.', 403);
  }
  const { MaxResults = LARGEST, NextToken, RegionOptStatusContains = [] } = input;
  if (!Number.isInteger(MaxResults) || Number(MaxResults) < 1 || Number(MaxResults) > LARGEST) {
    throw invalid('MaxResults', `must be from 1 to ${LARGEST}`);
  }
  if (NextToken !== undefined && typeof NextToken !== 'string') throw invalid('NextToken', 'must be a string');
  return { MaxResults: Number(MaxResults), NextToken, RegionOptStatusContains: statuses(RegionOptStatusContains) };
}

/** The error for a member that cannot be. */
export function invalid(name: string, problem: string): ApiError {
  return new ApiError('ValidationException', `${name} ${problem}.`);
}

function parsed(body: Buffer): Readonly<Record<string, unknown>> {
  const text = body.toString('utf8');
  if (text === '') return {};
  try {
    const input: unknown = JSON.parse(text);
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as Record<string, unknown>;
  } catch {
    // Said below, as for any other body that is no object.
  }
  throw new ApiError('SerializationException', 'The body is not an object of JSON.');
}

function statuses(given: unknown): readonly string[] {
  if (Array.isArray(given) && given.every((status) => STATUSES.has(status as string))) return given as string[];
  throw invalid('RegionOptStatusContains', `must be a list of ${[...STATUSES].join(', ')}`);
}
