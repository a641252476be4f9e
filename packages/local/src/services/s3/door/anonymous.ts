import type { Account } from '../../../accounts/account.js';

/** Who did not sign. */
export const anonymous: Account = { id: '', credentials: { accessKeyId: '', secretAccessKey: '' } };
