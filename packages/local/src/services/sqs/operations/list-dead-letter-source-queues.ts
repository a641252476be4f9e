import { queueAt } from '../queues/find-queue.js';
import { list } from '../shapes/collections.js';
import { integer, text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import type { SqsOperation } from './operation.js';
import { type Paging, pageOf } from './page.js';

interface Input extends Paging {
  readonly QueueUrl: string;
}

interface Output {
  /** The one member of SQS that begins with a small letter in JSON. */
  readonly queueUrls: readonly string[];
  readonly NextToken?: string | undefined;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListDeadLetterSourceQueues.html */
export const listDeadLetterSourceQueues: SqsOperation<Input, Output> = {
  name: 'ListDeadLetterSourceQueues',
  input: structure<Input>({ QueueUrl: text, NextToken: text, MaxResults: integer }, ['QueueUrl']),
  output: structure<Output>({ queueUrls: list(text, 'QueueUrl'), NextToken: text }, []),
  run: (input, call) => {
    const { arn, id } = queueAt(call, input.QueueUrl);
    const names = call
      .queuesOf(id.account)
      .all()
      .filter(({ settings }) => settings.redrive?.deadLetterTargetArn === arn)
      .map((source) => source.id.name);
    const page = pageOf(call, input, names, [arn]);
    const urls = page.names.map((name) => call.urls.write({ account: id.account, name }));
    return { queueUrls: urls, NextToken: page.nextToken };
  },
};
