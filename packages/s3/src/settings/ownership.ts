import { ObjectOwnership } from '@aws-sdk/client-s3';
import { checkOneOf } from '../calls/check-value.js';
import type { Setting } from './setting.js';

export const ownershipSetting: Setting<ObjectOwnership> = {
  name: 'BucketOwnershipControls',
  none: 'OwnershipControlsNotFoundError',
  check: (ownership) => checkOneOf('setOwnership(ownership)', ownership, Object.values(ObjectOwnership)),
  get: async (native, Bucket) =>
    (await native.getBucketOwnershipControls({ Bucket })).OwnershipControls?.Rules?.[0]?.ObjectOwnership,
  put: (native, Bucket, ObjectOwnership) =>
    native.putBucketOwnershipControls({ Bucket, OwnershipControls: { Rules: [{ ObjectOwnership }] } }),
  delete: (native, Bucket) => native.deleteBucketOwnershipControls({ Bucket }),
};
