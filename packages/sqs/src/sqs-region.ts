import {
  type ListQueuesCommandInput,
  type ListQueuesCommandOutput,
  paginateListQueues,
  type SQS,
} from '@aws-sdk/client-sqs';
import type { Place, Target } from '@proj/core';
import type { RequestOptions } from './calls/request-options.js';
import { type CreateQueueOptions, createQueue } from './creating/create-queue.js';
import { collect } from './listing/pages.js';
import type { PagingOptions } from './listing/paging-options.js';
import { findQueue, type QueuePage, type QueuesOptions, queuePages } from './queues/list-queues.js';
import { plainQueue, type Queue } from './queues/queue.js';

/**
 * SQS in one region. A set of these has the same methods, fanned out.
 *
 * @example
 * ```ts
 * const ireland: SqsRegion = sqs().at('eu-west-1');
 * const queues = await ireland.queues({ prefix: 'orders-' });
 * ```
 */
export class SqsRegion {
  static readonly streams: readonly string[] = ['paginateQueues', 'paginateListQueues'];
  /** The SDK's client of this region, on the set's connections and credentials. */
  readonly native: SQS;
  /** Where it is: service, region, partition. */
  readonly target: Target;
  readonly #place: Place<SQS>;

  constructor(place: Place<SQS>) {
    this.native = place.native;
    this.target = place.target;
    this.#place = place;
  }

  /** The region's name. */
  get region(): string {
    return this.target.region;
  }

  /**
   * All queues of the account in the region, or those whose names begin with `prefix`.
   *
   * @throws OptionError for options that cannot work; RepeatingTokenError, UnexpectedAnswerError
   */
  async queues(options: QueuesOptions = {}): Promise<readonly Queue[]> {
    return collect(queuePages(this.#place, options, {}), (page) => page.queues);
  }

  /** The same page by page, each asked for when it is wanted. */
  paginateQueues(options: QueuesOptions = {}, paging: PagingOptions = {}): AsyncIterable<QueuePage> {
    return queuePages(this.#place, options, paging);
  }

  /** The SDK's own pages. It asks for pages of 1,000 where nobody says how large: without that SQS never says where to go on. */
  paginateListQueues(input: ListQueuesCommandInput = {}): AsyncIterable<ListQueuesCommandOutput> {
    return paginateListQueues({ client: this.native }, { MaxResults: 1_000, ...input });
  }

  /** The queue of this name, if the region has it. */
  queue(name: string, options: RequestOptions = {}): Promise<Queue | undefined> {
    return findQueue(this.#place, name, options);
  }

  /**
   * Makes a queue. One of this name that is set the same way is the one; another is left as it is.
   *
   * @throws OptionError for what SQS would refuse; QueueDiffersError, which says in what the other differs
   */
  createQueue(name: string, options: CreateQueueOptions = {}): Promise<Queue> {
    return createQueue(this.#place, name, options);
  }

  /** The queue that has this URL, whose region this is. Nothing is sent. @internal */
  queueAt(url: string): Queue {
    return plainQueue(this.#place, url);
  }
}
