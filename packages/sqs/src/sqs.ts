import { SQS, type SQSClientConfig } from '@aws-sdk/client-sqs';
import {
  type Extended,
  extendSet,
  OptionError,
  resourceSet,
  type ServiceSet,
  type ServiceSetOptions,
  serviceSet,
  type Target,
} from '@proj/core';
import { type AddressOptions, placeOf } from './addresses/queue-by-address.js';
import type { MessageHandler } from './consume/consume.js';
import { overRegions } from './consume/consume-by-name.js';
import type { ConsumeReport } from './consume/consume-event.js';
import type { ConsumeOptions } from './consume/consume-options.js';
import { type Consumption, consumption, overQueues } from './consume/consume-queues.js';
import type { Codec } from './messages/codecs/codec.js';
import { raw } from './messages/codecs/codecs.js';
import type { Message } from './messages/message.js';
import type { Queue } from './queues/queue.js';
import { SqsRegion } from './sqs-region.js';

/**
 * Regions, credentials, endpoint and limits, as any set of core takes them; `config` is the SQS client's.
 *
 * @example
 * ```ts
 * const options: SqsOptions = { regions: ['eu-*', '!eu-south-*'], config: { maxAttempts: 5 } };
 * ```
 */
export type SqsOptions = ServiceSetOptions<SQSClientConfig>;

/** What a set of SQS has beside the methods of its regions. */
export interface SqsExtras {
  /**
   * The queue that has this URL or ARN, in the region that the address names. It is called there, and signed for there, through the
   * set's own endpoint, and never at a host that the address makes up. Nothing is sent.
   *
   * @throws QueueAddressError for what is no address, or leads elsewhere than to SQS, or needs a `region`
   */
  queueAt(address: string, options?: AddressOptions): Queue;
  /**
   * The messages of a queue in every region that has it, or of queues that are given, one at a time, as they come. One is deleted when
   * the loop comes for the next; the one that is in hand when the loop is left is given back.
   *
   * @throws OptionError, or what says that no region has the queue
   */
  consume<T = string>(options: ConsumeSetOptions<T>): AsyncGenerator<Message<T>, void, undefined>;
  /**
   * Handles them, some at once, until the signal ends it. When the handler is done the message is deleted; when it fails the message comes
   * again. Resolves when nothing is left to do.
   */
  consume<T = string>(handler: MessageHandler<T>, options: ConsumeSetOptions<T>): Promise<ConsumeReport>;
}

/** How queues of many regions are consumed. */
export interface ConsumeSetOptions<T> extends ConsumeOptions<T> {
  /** The name of a queue, which is consumed in every region that has it; or queues. */
  readonly queue: string | readonly Queue[];
}

/**
 * SQS in every region: the methods of {@link SqsRegion}, fanned out, and a set's own members.
 *
 * @example
 * ```ts
 * const europe: SqsSet = sqs().in('eu-*');
 * ```
 */
export type SqsSet = Extended<ServiceSet<SqsRegion>, SqsExtras>;

/**
 * SQS in every region that is enabled for the account, or in those that the options name.
 *
 * @throws OptionError, UnknownRegionError, RegionNameError, MixedPartitionsError for options that cannot work
 * @example
 * ```ts
 * const everywhere = sqs();
 * for (const queue of (await everywhere.queues({ prefix: 'orders-' })).flat()) console.log(queue.region, queue.name);
 * ```
 */
export function sqs(options: SqsOptions = {}): SqsSet {
  const clients = serviceSet(SQS, { ...options, config: withoutQueueUrls(options.config) });
  const regions = resourceSet(clients, (place) => new SqsRegion(place));
  return extendSet(regions, (set: ServiceSet<SqsRegion>) => ({
    queueAt: (address: string, where: AddressOptions = {}) => queueAt(set, options.endpoint, address, where),
    consume: consumeIn(set),
  }));
}

function queueAt(
  set: ServiceSet<SqsRegion>,
  endpoint: SqsOptions['endpoint'],
  address: string,
  where: AddressOptions,
): Queue {
  const { region, url } = placeOf(address, where, typeof endpoint === 'string' ? new URL(endpoint).origin : undefined);
  return set.at(region).queueAt(url);
}

function consumeIn(set: ServiceSet<SqsRegion>): SqsExtras['consume'] {
  function consume<T>(first: MessageHandler<T> | ConsumeSetOptions<T>, options?: ConsumeSetOptions<T>): Consumption<T> {
    const [handler, all] = typeof first === 'function' ? [first, options] : [undefined, first];
    const { queue, ...given } = all ?? ({} as Partial<ConsumeSetOptions<T>>);
    if (typeof queue !== 'string' && !Array.isArray(queue)) {
      throw new OptionError('consume: queue is the name of one, or a list of queues');
    }
    const read = (one: Queue) => one.with<T>({ codec: given.codec ?? (raw as Codec<never>), bodies: given.bodies });
    const run = typeof queue === 'string' ? overRegions(set, queue, read) : overQueues(queue.map(read));
    return consumption(run, handler, given);
  }
  return consume as SqsExtras['consume'];
}

/** The SDK's client would send a request to wherever a QueueUrl leads, signed for another region than that: the region's own endpoint is asked. */
function withoutQueueUrls(config: SqsOptions['config']): NonNullable<SqsOptions['config']> {
  const fixed = { useQueueUrlAsEndpoint: false };
  return typeof config === 'function' ? (target: Target) => ({ ...config(target), ...fixed }) : { ...config, ...fixed };
}
