import { Payer } from '@aws-sdk/client-s3';
import { checkOneOf } from '../calls/check-value.js';
import type { Setting } from './setting.js';

/** There is always one who pays: the bucket's owner, unless it is said otherwise. */
export const requestPaymentSetting: Setting<Payer> = {
  name: 'BucketRequestPayment',
  check: (payer) => checkOneOf('setRequestPayment(payer)', payer, Object.values(Payer)),
  get: async (native, Bucket) => (await native.getBucketRequestPayment({ Bucket })).Payer ?? 'BucketOwner',
  put: (native, Bucket, payer) =>
    native.putBucketRequestPayment({ Bucket, RequestPaymentConfiguration: { Payer: payer } }),
  delete: (native, Bucket) =>
    native.putBucketRequestPayment({ Bucket, RequestPaymentConfiguration: { Payer: 'BucketOwner' } }),
};
