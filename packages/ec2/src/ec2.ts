import { EC2, type EC2ClientConfig } from '@aws-sdk/client-ec2';
import { resourceSet, type ServiceSet, type ServiceSetOptions, serviceSet } from '@proj/core';
import { Ec2Region } from './ec2-region.js';

/**
 * Regions, credentials, endpoint and limits, as any set of core takes them; `config` is the EC2 client's.
 *
 * @example
 * ```ts
 * const options: Ec2Options = { regions: ['eu-*', '!eu-south-*'], config: { maxAttempts: 5 } };
 * ```
 */
export type Ec2Options = ServiceSetOptions<EC2ClientConfig>;

/**
 * EC2 in every region: the methods of {@link Ec2Region}, fanned out, and a set's own members.
 *
 * @example
 * ```ts
 * const europe: Ec2Set = ec2().in('eu-*');
 * ```
 */
export type Ec2Set = ServiceSet<Ec2Region>;

/**
 * EC2 in every region that is enabled for the account, or in those that the options name.
 *
 * @throws OptionError, UnknownRegionError, RegionNameError, MixedPartitionsError for options that cannot work
 * @example
 * ```ts
 * const everywhere = ec2();
 * const volumes = (await everywhere.volumes()).flat();
 * const snapshots = await everywhere.in('eu-*').snapshots({ filters: { status: 'completed' } }).byRegion();
 * ```
 */
export function ec2(options: Ec2Options = {}): Ec2Set {
  return resourceSet(serviceSet(EC2, options), (place) => new Ec2Region(place));
}
