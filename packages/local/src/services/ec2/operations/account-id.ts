import { ApiError } from '../../../wire/api-error.js';

/** Whether it is twelve digits. */
export function isAccountId(id: string): boolean {
  return /^\d{12}$/.test(id);
}

/** Throws {@link ApiError} for what cannot be an account's id. */
export function checkAccountId(id: string): string {
  if (isAccountId(id)) return id;
  throw new ApiError('InvalidUserID.Malformed', `Invalid user id: "${id}"`);
}
