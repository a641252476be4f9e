import type { Clock } from '../../clock/clock.js';
import type { ReceivedRequest } from '../../http/received-request.js';
import type { BucketChoice } from '../../throttling/throttle.js';
import type { Answer } from '../../wire/answer.js';
import { ApiError } from '../../wire/api-error.js';
import { notServed } from '../../wire/not-served.js';
import type { Caller, Invocation, Service } from '../service.js';
import { NextTokens } from '../tokens/next-tokens.js';
import { sqsOperations } from './operations/index.js';
import type { SqsOperation } from './operations/operation.js';
import { protocolOf } from './protocol/protocol.js';
import { QueueUrls } from './queues/queue-urls.js';
import { Queues } from './queues/queues.js';
import type { SqsCall } from './sqs-call.js';
import { sqsRefusal } from './sqs-refusal.js';
import { sqsBucket } from './sqs-throttling.js';

/** The Simple Queue Service, 2012-11-05, in both of its protocols. Each account has its own queues in each region. */
export class SqsService implements Service {
  readonly name = 'sqs';
  readonly #clock: Clock;
  readonly #queues = new Map<string, Queues>();
  readonly #tokens = new NextTokens(() => new ApiError('InvalidParameterValue', 'Invalid or expired next token.'));

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  read(request: ReceivedRequest): Invocation {
    const action = protocolOf(request).actionOf(request);
    return {
      action,
      bucket: (caller) => this.#bucket(request, action, caller),
      answer: (caller) => this.#answer(request, action, caller),
    };
  }

  errorAnswer(error: ApiError, requestId: string, request: ReceivedRequest): Answer {
    return protocolOf(request).errorAnswer(error, requestId);
  }

  refusal: Service['refusal'] = sqsRefusal;

  throttled(): ApiError {
    return new ApiError('RequestThrottled', 'The request was throttled.');
  }

  close(): void {
    for (const queues of this.#queues.values()) queues.close();
  }

  /** Throws {@link ApiError} for a call that cannot be understood. */
  #bucket(request: ReceivedRequest, action: string | undefined, caller: Caller): BucketChoice {
    const operation = findOperation(action);
    const { QueueUrl: url } = protocolOf(request).input(request, operation) as { readonly QueueUrl?: string };
    const { account, name } = url === undefined ? {} : this.#call(operation, caller).urls.read(url);
    const queue = account && name ? this.#queuesOf(account, caller.region.name).get(name) : undefined;
    return sqsBucket(operation.name, queue);
  }

  #answer(request: ReceivedRequest, action: string | undefined, caller: Caller): Answer | Promise<Answer> {
    const operation = findOperation(action);
    const protocol = protocolOf(request);
    const input = protocol.input(request, operation);
    const output = operation.run(input, this.#call(operation, caller));
    const answer = (whole: object): Answer => protocol.answer(operation, whole, caller.requestId);
    return output instanceof Promise ? output.then(answer) : answer(output);
  }

  #call({ name }: SqsOperation, { account, region, endpoint, onGone }: Caller): SqsCall {
    return {
      action: name,
      account,
      region: region.name,
      queues: this.#queuesOf(account.id, region.name),
      queuesOf: (owner) => this.#queuesOf(owner, region.name),
      urls: new QueueUrls(endpoint, region.name),
      tokens: this.#tokens,
      onGone,
    };
  }

  #queuesOf(account: string, region: string): Queues {
    const key = `${account}/${region}`;
    const queues = this.#queues.get(key) ?? new Queues(account, region, this.#clock);
    this.#queues.set(key, queues);
    return queues;
  }
}

function findOperation(action: string | undefined): SqsOperation {
  if (action === undefined) throw new ApiError('MissingAction', 'The request names no action.');
  const operation = sqsOperations.get(action);
  if (!operation) throw notServed(`the action ${action}`);
  return operation;
}
