import { SQS, type SQSClientConfig } from '@aws-sdk/client-sqs';
import {
  type Extended,
  extendSet,
  resourceSet,
  type ServiceSet,
  type ServiceSetOptions,
  serviceSet,
  type Target,
} from '@proj/core';
import { type AddressOptions, placeOf } from './addresses/queue-by-address.js';
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

/** The SDK's client would send a request to wherever a QueueUrl leads, signed for another region than that: the region's own endpoint is asked. */
function withoutQueueUrls(config: SqsOptions['config']): NonNullable<SqsOptions['config']> {
  const fixed = { useQueueUrlAsEndpoint: false };
  return typeof config === 'function' ? (target: Target) => ({ ...config(target), ...fixed }) : { ...config, ...fixed };
}
