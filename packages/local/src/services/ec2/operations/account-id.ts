import { ApiError } from '../../../wire/api-error.js';

/** Throws {@link ApiError} for what cannot be an account's id. */
export function checkAccountId(id: string): string {
  if (/^\d{12}$/.test(id)) return id;
  throw new ApiError('InvalidUserID.Malformed', `Invalid user id: "${id}"`);
}
