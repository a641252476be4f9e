import { UsageError } from '../errors/cli-error.js';
import type { outputs } from './common-options.js';

/** What the common options say, all levels together. */
export interface Common {
  readonly regions: readonly string[] | undefined;
  readonly local: boolean;
  readonly output: (typeof outputs)[number];
  readonly timeout: number | undefined;
  readonly deadline: number | undefined;
  readonly concurrency: number | undefined;
  readonly breaker: boolean;
  readonly profile: string | undefined;
  readonly endpointUrl: string | undefined;
  readonly inputJson: string | undefined;
  readonly maxItems: number | undefined;
  readonly pageSize: number | undefined;
  readonly startingToken: string | undefined;
  readonly paginate: boolean;
  readonly allowUnknownValues: boolean;
}

/** Reads them. @throws UsageError for those that cannot be together */
export function commonOf(values: Readonly<Record<string, unknown>>): Common {
  const text = (name: string) => values[name] as string | undefined;
  const number = (name: string) => values[name] as number | undefined;
  const common: Common = {
    regions: regionsOf(values),
    local: values['local'] === true,
    output: (text('output') ?? 'table') as Common['output'],
    timeout: number('timeout'),
    deadline: number('deadline'),
    concurrency: number('concurrency'),
    breaker: values['no-breaker'] !== true,
    profile: text('profile'),
    endpointUrl: text('endpoint-url'),
    inputJson: text('cli-input-json'),
    maxItems: number('max-items'),
    pageSize: number('page-size'),
    startingToken: text('starting-token'),
    paginate: values['no-paginate'] !== true,
    allowUnknownValues: values['allow-unknown-values'] === true,
  };
  checkTogether(common);
  return common;
}

function regionsOf(values: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  const many = values['regions'] as readonly string[] | undefined;
  const one = values['region'] as string | undefined;
  if (many !== undefined && one !== undefined) throw new UsageError('give --regions or --region, not both');
  if (many?.length === 0)
    throw new UsageError("--regions names none: give names or patterns, such as 'eu-*,!eu-south-*'");
  return one === undefined ? many : [one];
}

function checkTogether({
  local,
  profile,
  endpointUrl,
  startingToken,
  regions,
  paginate,
  maxItems,
  pageSize,
}: Common): void {
  if (local && (profile !== undefined || endpointUrl !== undefined))
    throw new UsageError('--local runs on a cloud of its own: leave out --profile and --endpoint-url');
  if (startingToken !== undefined && !(regions?.length === 1 && /^[\w-]+$/.test(regions[0] ?? '')))
    throw new UsageError('--starting-token is of one region: name it (--region eu-west-1)');
  if (!paginate && (maxItems !== undefined || pageSize !== undefined || startingToken !== undefined))
    throw new UsageError('--no-paginate asks for one page: leave out --max-items, --page-size and --starting-token');
}
