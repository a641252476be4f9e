import { continuationOf } from './continuation.js';

/** An operation that cuts its answer without a token, unless a certain member was in the question. */
interface Cut {
  readonly list: string;
  readonly limit: number;
  readonly unless: string;
  readonly source: string;
}

const cuts: Readonly<Record<string, Cut>> = {
  'sqs.listQueues': {
    list: 'QueueUrls',
    limit: 1_000,
    unless: 'MaxResults',
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html',
  },
  'sqs.listDeadLetterSourceQueues': {
    list: 'queueUrls',
    limit: 1_000,
    unless: 'MaxResults',
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListDeadLetterSourceQueues.html',
  },
};

/** Whether an operation's answer leaves out something that was not asked for. */
export function isTruncated(service: string, operation: string, input: unknown, answer: unknown): boolean {
  if (continuationOf(answer, input) !== undefined) return true;
  // Some tokens have parts of other names (Route 53's), but their answers say it outright.
  return memberOf(answer, 'IsTruncated') === true || isCut(cuts[`${service}.${operation}`], input, answer);
}

function isCut(cut: Cut | undefined, input: unknown, answer: unknown): boolean {
  if (cut === undefined || memberOf(input, cut.unless) !== undefined) return false;
  const list = memberOf(answer, cut.list);
  return Array.isArray(list) && list.length >= cut.limit;
}

function memberOf(value: unknown, name: string): unknown {
  return (value as Readonly<Record<string, unknown>> | undefined)?.[name];
}

/**
 * Page sizes that a service has to be given, or it sends no token and its paginator stops after one page without a word.
 * Sources: those of {@link cuts}.
 */
const pageSizes: Readonly<Record<string, number>> = {
  'sqs.paginateListQueues': 1_000,
  'sqs.paginateListDeadLetterSourceQueues': 1_000,
};

/** The page size that a paginator has to be given, where it must. */
export function requiredPageSize(service: string, paginator: string): number | undefined {
  return pageSizes[`${service}.${paginator}`];
}
