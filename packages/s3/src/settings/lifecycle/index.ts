import type { Setting } from '../setting.js';
import { checkLifecycle } from './check-lifecycle.js';
import type { Lifecycle } from './lifecycle.js';
import { ruleOf, wireRule } from './wire-lifecycle.js';

export type { Lifecycle, LifecycleFilter, LifecycleRule, LifecycleTime } from './lifecycle.js';

export const lifecycleSetting: Setting<Lifecycle> = {
  name: 'BucketLifecycleConfiguration',
  none: 'NoSuchLifecycleConfiguration',
  check: checkLifecycle,
  get: async (native, Bucket) => {
    const answer = await native.getBucketLifecycleConfiguration({ Bucket });
    return { rules: answer.Rules?.map(ruleOf) ?? [], smallObjects: answer.TransitionDefaultMinimumObjectSize };
  },
  put: (native, Bucket, { rules, smallObjects }) =>
    native.putBucketLifecycleConfiguration({
      Bucket,
      LifecycleConfiguration: { Rules: rules.map(wireRule) },
      TransitionDefaultMinimumObjectSize: smallObjects,
    }),
  delete: (native, Bucket) => native.deleteBucketLifecycle({ Bucket }),
};
