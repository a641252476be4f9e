import { OptionError, regionInfo } from '@proj/core';
import { isServiceHost, parseQueueAddress, type QueueAddress } from './queue-address.js';
import { QueueAddressError } from './queue-address-error.js';

/** What is needed beside an address that names no region. */
export interface AddressOptions {
  /** The region that the queue is in. @defaultValue the one that its address names */
  readonly region?: string | undefined;
}

/** Where a queue that somebody names is, and the URL by which the service knows it. */
export interface QueuePlace {
  readonly region: string;
  readonly url: string;
}

/** Suffixes of the service's hosts by partition: https://docs.aws.amazon.com/general/latest/gr/sqs-service.html, November 2026. */
const suffixes: Readonly<Record<string, string>> = {
  aws: 'amazonaws.com',
  'aws-us-gov': 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-iso': 'c2s.ic.gov',
  'aws-iso-b': 'sc2s.sgov.gov',
  'aws-eusc': 'amazonaws.eu',
};

/**
 * Finds out where a queue is by its URL or ARN.
 *
 * @param own the origin that the set was given, if it was: an emulator's, a proxy's
 * @throws QueueAddressError for what is no address, whose host is not the service's, or that needs a region
 */
export function placeOf(address: string, { region: given }: AddressOptions, own: string | undefined): QueuePlace {
  const parsed = parseQueueAddress(address);
  const { origin, region: named } = parsed;
  if (given !== undefined && (typeof given !== 'string' || given === ''))
    throw new OptionError('region is no name of one');
  if (given !== undefined && named !== undefined && given !== named) {
    throw new QueueAddressError(address, `is in ${named}: leave region: '${given}' out`);
  }
  if (origin !== undefined && named === undefined && origin !== own) {
    const host = new URL(origin).hostname;
    if (!isServiceHost(host))
      throw new QueueAddressError(address, `leads to ${host}, which is not SQS: nothing is signed for it`);
  }
  const region = named ?? given;
  if (region === undefined) throw new QueueAddressError(address, "names no region: say it, by { region: 'eu-west-1' }");
  return { region, url: origin === undefined ? urlOf(parsed, region, own) : address };
}

function urlOf({ partition, account, name }: QueueAddress, region: string, own: string | undefined): string {
  const suffix = suffixes[partition ?? regionInfo(region)?.partition ?? 'aws'] ?? 'amazonaws.com';
  return `${own ?? `https://sqs.${region}.${suffix}`}/${account}/${name}`;
}
