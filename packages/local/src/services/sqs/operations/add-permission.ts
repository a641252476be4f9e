import { ApiError } from '../../../wire/api-error.js';
import { readPolicy, type Statement } from '../../policies/policy.js';
import { queueAt } from '../queues/find-queue.js';
import { list } from '../shapes/collections.js';
import type { NoAnswer } from '../shapes/no-answer.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import { invalidValue } from '../sqs-error.js';
import type { SqsOperation } from './operation.js';

interface Input {
  readonly QueueUrl: string;
  readonly Label: string;
  readonly AWSAccountIds: readonly string[];
  readonly Actions: readonly string[];
}

const LABEL = /^[\w-]{1,80}$/;
const ACCOUNT = /^\d{12}$/;
const MOST_ACTIONS = 7;
const MOST_STATEMENTS = 20;
const ACTIONS: ReadonlySet<string> = new Set([
  '*',
  'ChangeMessageVisibility',
  'DeleteMessage',
  'GetQueueAttributes',
  'GetQueueUrl',
  'ListDeadLetterSourceQueues',
  'PurgeQueue',
  'ReceiveMessage',
  'SendMessage',
]);

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html */
export const addPermission: SqsOperation<Input, NoAnswer> = {
  name: 'AddPermission',
  input: structure<Input>(
    {
      QueueUrl: text,
      Label: text,
      AWSAccountIds: list(text, 'AWSAccountId'),
      Actions: list(text, 'ActionName'),
    },
    ['QueueUrl', 'Label', 'AWSAccountIds', 'Actions'],
  ),
  run: (input, call) => {
    const queue = queueAt(call, input.QueueUrl);
    checkPermission(input);
    const policy = readPolicy(queue.attributes['Policy']);
    if (policy.Statement.some(({ Sid }) => Sid === input.Label)) {
      throw invalidValue('Label', input.Label, 'Already exists.');
    }
    if (policy.Statement.length >= MOST_STATEMENTS) {
      throw new ApiError('OverLimit', `A policy may have ${MOST_STATEMENTS} statements.`, 403);
    }
    const Id = `${queue.arn}/SQSDefaultPolicy`;
    const Statement = [...policy.Statement, statementOf(input, queue.arn)];
    const changed = JSON.stringify({ Version: '2012-10-17', Id, ...policy, Statement });
    queue.set({ ...queue.attributes, Policy: changed });
    return {};
  },
};

function checkPermission({ Label, AWSAccountIds, Actions }: Input): void {
  if (!LABEL.test(Label)) {
    throw invalidValue('Label', Label, 'Can only include alphanumeric characters, hyphens, or underscores.');
  }
  for (const id of AWSAccountIds) if (!ACCOUNT.test(id)) throw invalidValue('PrincipalId', id, 'Unable to verify.');
  for (const action of Actions) {
    if (!ACTIONS.has(action)) {
      throw invalidValue('ActionName', `SQS:${action}`, `Only the queue owner is allowed to invoke this action.`);
    }
  }
  if (Actions.length > MOST_ACTIONS) {
    throw new ApiError('OverLimit', `${Actions.length} Actions were found, maximum allowed is ${MOST_ACTIONS}.`, 403);
  }
}

function statementOf({ Label, AWSAccountIds, Actions }: Input, arn: string): Statement {
  const principals = AWSAccountIds.map((id) => `arn:aws:iam::${id}:root`);
  const actions = Actions.map((action) => `SQS:${action}`);
  return {
    Sid: Label,
    Effect: 'Allow',
    Principal: { AWS: oneOrAll(principals) },
    Action: oneOrAll(actions),
    Resource: arn,
  };
}

function oneOrAll(texts: readonly string[]): string | readonly string[] | undefined {
  return texts.length === 1 ? texts[0] : texts;
}
