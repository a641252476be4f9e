import { ApiError } from '../../../wire/api-error.js';
import { readPolicy } from '../../policies/policy.js';
import { verdict } from '../../policies/verdict.js';
import type { SqsCall } from '../sqs-call.js';
import { noSuchQueue } from '../sqs-error.js';
import type { Queue } from './queue.js';
import type { QueueAddress } from './queue-urls.js';

/** What other accounts may never do: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-customer-managed-policy-examples.html#grant-cross-account-permissions-to-role-and-user-name */
const OWNERS_ALONE: ReadonlySet<string> = new Set([
  'AddPermission',
  'DeleteQueue',
  'ListQueueTags',
  'RemovePermission',
  'SetQueueAttributes',
  'TagQueue',
  'UntagQueue',
]);

/** The queue that an address means. Throws {@link ApiError} when there is none, or the caller may not do this to it. */
export function queueAt(call: SqsCall, url: string): Queue {
  return queueNamed(call, call.urls.read(url));
}

/** The queue of this account and name. Throws {@link ApiError} when there is none, or the caller may not do this to it. */
export function queueNamed(call: SqsCall, { account, name }: QueueAddress): Queue {
  const queue = call.queuesOf(account).get(name);
  if (!queue) throw noSuchQueue();
  if (account !== call.account.id && !isAllowed(call, queue)) {
    throw new ApiError(
      'AccessDenied',
      `User: arn:aws:iam::${call.account.id}:root is not authorized to perform: sqs:${call.action.toLowerCase()} on resource: ${queue.arn} because no resource-based policy allows the action`,
      403,
    );
  }
  return queue;
}

/** A batch is allowed where its action is. */
function isAllowed({ account, action }: SqsCall, { arn, attributes }: Queue): boolean {
  if (OWNERS_ALONE.has(action)) return false;
  const wish = { account: account.id, action: `sqs:${action.replace(/Batch$/, '')}`, arn };
  return verdict(readPolicy(attributes['Policy']), wish) === 'allow';
}
