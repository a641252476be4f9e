import type { EC2 } from '@aws-sdk/client-ec2';
import type { Place } from '@proj/core';
import type { Ec2Region } from '../ec2-region.js';

/** Where a resource lives: what it acts through. */
export interface Home {
  readonly place: Place<EC2>;
  /** The region's other resources. */
  readonly service: Ec2Region;
}
