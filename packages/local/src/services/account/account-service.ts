import { createHash } from 'node:crypto';
import type { ReceivedRequest } from '../../http/received-request.js';
import { jsonAnswer } from '../../wire/answer.js';
import { ApiError } from '../../wire/api-error.js';
import { notServed } from '../../wire/not-served.js';
import type { Invocation, Service } from '../service.js';
import { accountRefusal } from './account-refusal.js';
import { listRegions } from './list-regions.js';
import { readInput } from './read-input.js';

/** Each operation has a path of its own. An address that names service and region stands before it. */
const PATH = /^(?:\/account\/[a-z0-9-]+)?\/([a-zA-Z]+)$/;
/** 5 a second for each account: https://docs.aws.amazon.com/accounts/latest/reference/quotas.html, November 2026. */
const BUCKET = { name: 'account:ListRegions', capacity: 5, refillPerSecond: 5 };

/** Account Management, 2021-02-01: REST and JSON. In every region of the cloud, though AWS has it in one of each partition. */
export const accountService: Service = {
  name: 'account',
  read: readAccountRequest,
  errorAnswer: ({ code, message, status }, requestId) =>
    jsonAnswer(status, requestId, { message }, { 'x-amzn-errortype': code }),
  refusal: accountRefusal,
  throttled: () => new ApiError('TooManyRequestsException', 'Rate exceeded', 429),
};

function readAccountRequest(request: ReceivedRequest): Invocation {
  const [, name] = PATH.exec(request.path) ?? [];
  const action = name === undefined ? undefined : name.charAt(0).toUpperCase() + name.slice(1);
  return {
    action,
    bucket: BUCKET,
    answer: ({ account, regions, requestId }) => {
      if (action !== 'ListRegions' || request.method !== 'POST') {
        throw notServed(`the action ${action ?? request.path} of Account Management`, ', only ListRegions');
      }
      const seal = (text: string) =>
        createHash('sha256').update(`${account.id}/${text}`).digest('base64url').slice(0, 16);
      return jsonAnswer(200, requestId, listRegions(readInput(request.body), regions, seal));
    },
  };
}
