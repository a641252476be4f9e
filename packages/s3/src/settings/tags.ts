import type { Setting } from './setting.js';
import { checkTags, type Tags, tagsOf, wireTags } from './tag-set.js';

export const tagsSetting: Setting<Tags> = {
  name: 'BucketTagging',
  none: 'NoSuchTagSet',
  check: (tags) => checkTags(tags, 50),
  get: async (native, Bucket) => tagsOf((await native.getBucketTagging({ Bucket })).TagSet ?? []),
  put: (native, Bucket, tags) => native.putBucketTagging({ Bucket, Tagging: { TagSet: wireTags(tags) } }),
  delete: (native, Bucket) => native.deleteBucketTagging({ Bucket }),
};
