import { list } from '../shapes/collections.js';
import { integer, text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import type { SqsOperation } from './operation.js';
import { type Paging, pageOf } from './page.js';

interface Input extends Paging {
  readonly QueueNamePrefix?: string | undefined;
}

interface Output {
  readonly QueueUrls?: readonly string[] | undefined;
  readonly NextToken?: string | undefined;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html */
export const listQueues: SqsOperation<Input, Output> = {
  name: 'ListQueues',
  input: structure<Input>({ QueueNamePrefix: text, NextToken: text, MaxResults: integer }, []),
  output: structure<Output>({ QueueUrls: list(text, 'QueueUrl'), NextToken: text }, []),
  run: (input, call) => {
    const { QueueNamePrefix: prefix = '' } = input;
    const names = call.queues
      .all()
      .map(({ id }) => id.name)
      .filter((name) => name.startsWith(prefix));
    const page = pageOf(call, input, names, [prefix]);
    const urls = page.names.map((name) => call.urls.write({ account: call.account.id, name }));
    return { QueueUrls: urls.length > 0 ? urls : undefined, NextToken: page.nextToken };
  },
};
