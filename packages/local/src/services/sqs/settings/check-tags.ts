import { ApiError } from '../../../wire/api-error.js';

/** More are possible and advised against; AWS's own limit is 50 too. */
const MOST = 50;
const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Throws {@link ApiError} for tags that no queue can have. */
export function checkTags(tags: Readonly<Record<string, string>>): void {
  const entries = Object.entries(tags);
  if (entries.length > MOST) {
    throw new ApiError('InvalidParameterValue', `Too many tags added for queue: a queue has ${MOST} at most.`);
  }
  for (const [key, value] of entries) {
    const sound = key.length >= 1 && key.length <= 128 && value.length <= 256;
    if (sound && ALLOWED.test(key) && ALLOWED.test(value) && !key.toLowerCase().startsWith('aws:')) continue;
    throw new ApiError('InvalidParameterValue', `The tag '${key}' has an invalid key or value.`);
  }
}
