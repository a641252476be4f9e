import type { Account, AccountCredentials } from '../accounts/account.js';
import { defaultAccountIds, makeAccount } from '../accounts/make-accounts.js';
import { checkKind, checkShape, isObject } from './check-shape.js';
import type { AccountOption, LocalCloudOptions } from './options.js';
import { LocalCloudOptionsError } from './options-error.js';

/** The accounts that the options name, or two. */
export function readAccounts(given: LocalCloudOptions['accounts']): readonly Account[] {
  checkKind('accounts', given, given === undefined || Array.isArray(given), 'a list of { id, credentials? }');
  const options: readonly AccountOption[] = given ?? defaultAccountIds.map((id) => ({ id }));
  if (options.length === 0) throw new LocalCloudOptionsError('accounts', 'is empty; leave it out for two accounts.');
  const accounts = options.map(readAccount);
  const keys = new Set(accounts.flatMap(({ id, credentials }) => [id, credentials.accessKeyId]));
  if (keys.size < 2 * accounts.length)
    throw new LocalCloudOptionsError('accounts', 'two have the same id or access key; give each its own.');
  return accounts;
}

function readAccount(given: AccountOption): Account {
  const { id, credentials } = checkShape('accounts', given, ['id', 'credentials']);
  if (typeof id !== 'string' || !/^\d{12}$/.test(id))
    throw new LocalCloudOptionsError('accounts', `'${id}' is no account id; give a text of twelve digits.`);
  if (credentials !== undefined && !isUsable(credentials)) {
    throw new LocalCloudOptionsError(
      'accounts',
      `the key of ${id} is unusable; give letters and digits, and a secret that is not empty.`,
    );
  }
  return makeAccount(id, credentials);
}

/** The key stands in a signature's scope between slashes. */
function isUsable(credentials: AccountCredentials): boolean {
  if (!isObject(credentials)) return false;
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  if (typeof accessKeyId !== 'string' || typeof secretAccessKey !== 'string') return false;
  if (sessionToken !== undefined && (typeof sessionToken !== 'string' || sessionToken === '')) return false;
  return /^[\w-]{1,128}$/.test(accessKeyId) && secretAccessKey !== '';
}
