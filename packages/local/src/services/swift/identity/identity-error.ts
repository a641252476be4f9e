import type { Answer } from '../../../wire/answer.js';
import type { ApiError } from '../../../wire/api-error.js';
import { json } from '../wire/answers.js';

/** The names that Rackspace's identity service gives to what goes wrong. */
const NAMES: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'itemNotFound',
  413: 'overLimit',
  503: 'serviceUnavailable',
};

/** An error as the identity service of that path writes it. */
export function identityError({ status, message, code }: ApiError, path: string): Answer {
  const headers = { 'content-type': 'application/json' };
  if (!/\/v2\.0(?:\/|$)/.test(path)) return json(status, { error: { code: status, message, title: code } }, headers);
  return json(status, { [NAMES[status] ?? 'identityFault']: { code: status, message } }, headers);
}
