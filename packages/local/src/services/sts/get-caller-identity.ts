import type { QueryOperation } from '../query/operation.js';
import type { StsCall } from './sts-call.js';

/** Who the key belongs to: each account's root user here. */
export const getCallerIdentity: QueryOperation<StsCall> = {
  name: 'GetCallerIdentity',
  parameters: [],
  run:
    ({ account }) =>
    (xml) => {
      xml.leaf('Arn', `arn:aws:iam::${account.id}:root`);
      xml.leaf('UserId', account.id);
      xml.leaf('Account', account.id);
    },
};
