import { readPolicy } from '../../policies/policy.js';
import { queueAt } from '../queues/find-queue.js';
import type { NoAnswer } from '../shapes/no-answer.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import { invalidValue } from '../sqs-error.js';
import type { SqsOperation } from './operation.js';

interface Input {
  readonly QueueUrl: string;
  readonly Label: string;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_RemovePermission.html */
export const removePermission: SqsOperation<Input, NoAnswer> = {
  name: 'RemovePermission',
  input: structure<Input>({ QueueUrl: text, Label: text }, ['QueueUrl', 'Label']),
  run: ({ QueueUrl: url, Label: label }, call) => {
    const queue = queueAt(call, url);
    const policy = readPolicy(queue.attributes['Policy']);
    const Statement = policy.Statement.filter(({ Sid }) => Sid !== label);
    if (Statement.length === policy.Statement.length) {
      throw invalidValue('Label', label, "can't find label.");
    }
    const { Policy: _, ...others } = queue.attributes;
    queue.set(Statement.length === 0 ? others : { ...others, Policy: JSON.stringify({ ...policy, Statement }) });
    return {};
  },
};
