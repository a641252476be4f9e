import type { Ec2Call } from '../ec2-call.js';
import { Grants } from '../estate/grants.js';
import type { Image } from '../estate/image.js';

/** What makes one new image differ from another. */
export type ImageSpecification = Omit<
  Image,
  'id' | 'ownerId' | 'ownerAlias' | 'grants' | 'productCodes' | 'createdAt' | 'availableAt' | 'deprecatedAt'
>;

/** Puts a new, private image of the caller into the region. */
export function makeImage(call: Ec2Call, of: ImageSpecification): Image {
  return call.estate.images.add({
    ...of,
    id: call.estate.random.id('ami'),
    ownerId: call.account.id,
    ownerAlias: undefined,
    grants: new Grants(),
    productCodes: [],
    createdAt: call.now,
    availableAt: new Date(call.now.getTime() + call.imageTime),
    deprecatedAt: undefined,
  });
}
