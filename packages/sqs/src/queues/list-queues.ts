import type { SQS } from '@aws-sdk/client-sqs';
import { OptionError, type Place } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import { followPages, type Page } from '../listing/pages.js';
import { type PagingOptions, pageSizeOf } from '../listing/paging-options.js';
import { plainQueue, type Queue } from './queue.js';

/**
 * What listing queues takes.
 *
 * @example
 * ```ts
 * const options: QueuesOptions = { prefix: 'orders-' };
 * ```
 */
export interface QueuesOptions extends RequestOptions {
  /** Queues whose names begin with this. @defaultValue all */
  readonly prefix?: string | undefined;
}

/**
 * A page of queues.
 *
 * @example
 * ```ts
 * for await (const { queues } of ireland.paginateQueues()) console.log(queues.length);
 * ```
 */
export interface QueuePage extends Page {
  readonly queues: readonly Queue[];
}

/** The pages of a region's queues, by ListQueues, which says where to go on only to who says how much he wants: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html. */
export function queuePages(
  place: Place<SQS>,
  options: QueuesOptions,
  paging: PagingOptions,
): AsyncGenerator<QueuePage, void, undefined> {
  const call = 'queues(options)';
  checkNames(call, options, [...requestOptionNames, 'prefix']);
  const { prefix } = options;
  if (prefix !== undefined && typeof prefix !== 'string') throw new OptionError(`${call}: prefix is no text`);
  const pageSize = pageSizeOf(call, paging);
  const operation = 'listQueues';
  const { region } = place.target;
  const fetch = async (token: string | undefined) => {
    const ask = {
      MaxResults: pageSize,
      NextToken: token,
      ...(prefix === undefined ? {} : { QueueNamePrefix: prefix }),
    };
    const answer = await place.call(operation, (native) => native.listQueues(ask), callOptionsOf(options));
    const queues = (answer.QueueUrls ?? []).map((url) => queueOf(place, url, operation));
    return { queues, nextToken: answer.NextToken || undefined }; // some services end with an empty one
  };
  return followPages({ operation, region, startingToken: paging.startingToken, fetch });
}

/** The queue of this name, if the region has it. */
export async function findQueue(place: Place<SQS>, name: string, options: RequestOptions): Promise<Queue | undefined> {
  checkNames('queue(name, options)', options, requestOptionNames);
  const ask = (native: SQS) => native.getQueueUrl({ QueueName: name });
  try {
    const { QueueUrl } = await place.call('getQueueUrl', ask, callOptionsOf(options));
    return queueOf(place, QueueUrl, 'getQueueUrl');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function queueOf(place: Place<SQS>, url: string | undefined, operation: string): Queue {
  if (!url) throw new UnexpectedAnswerError(operation, place.target.region, 'has a queue without its QueueUrl');
  return plainQueue(place, url);
}

/** The query protocol's name for it, which is in the SDK's errors still, and that of JSON. */
function isMissing(error: unknown): boolean {
  const { name = '' } = (error ?? {}) as { readonly name?: string };
  return name === 'QueueDoesNotExist' || name === 'AWS.SimpleQueueService.NonExistentQueue';
}
