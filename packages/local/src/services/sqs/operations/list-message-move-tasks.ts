import { ApiError } from '../../../wire/api-error.js';
import type { MoveTask } from '../moves/move-task.js';
import { list } from '../shapes/collections.js';
import { integer, text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import { invalidValue } from '../sqs-error.js';
import type { SqsOperation } from './operation.js';

interface Input {
  readonly SourceArn: string;
  readonly MaxResults?: number | undefined;
}

interface Result {
  readonly TaskHandle?: string | undefined;
  readonly Status: string;
  readonly SourceArn: string;
  readonly DestinationArn?: string | undefined;
  readonly MaxNumberOfMessagesPerSecond?: number | undefined;
  readonly ApproximateNumberOfMessagesMoved: number;
  readonly ApproximateNumberOfMessagesToMove: number;
  readonly FailureReason?: string | undefined;
  readonly StartedTimestamp: number;
}

interface Output {
  readonly Results?: readonly Result[] | undefined;
}

const MOST = 10;

const result = structure<Result>(
  {
    TaskHandle: text,
    Status: text,
    SourceArn: text,
    DestinationArn: text,
    MaxNumberOfMessagesPerSecond: integer,
    ApproximateNumberOfMessagesMoved: integer,
    ApproximateNumberOfMessagesToMove: integer,
    FailureReason: text,
    StartedTimestamp: integer,
  },
  [],
);

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html */
export const listMessageMoveTasks: SqsOperation<Input, Output> = {
  name: 'ListMessageMoveTasks',
  input: structure<Input>({ SourceArn: text, MaxResults: integer }, ['SourceArn']),
  output: structure<Output>({ Results: list(result, 'ListMessageMoveTasksResultEntry') }, []),
  run: ({ SourceArn: arn, MaxResults: most = 1 }, { queues }) => {
    if (most < 1 || most > MOST) throw invalidValue('MaxResults', most, `MaxResults must be between 1 and ${MOST}.`);
    if (!queues.byArn(arn)) {
      throw new ApiError(
        'ResourceNotFoundException',
        'The resource that you specified for the SourceArn parameter doesn’t exist.',
      );
    }
    const tasks = queues.moves.of(arn).slice(0, most).map(show);
    return { Results: tasks.length > 0 ? tasks : undefined };
  },
};

/** A handle is shown only while there is something to cancel. */
function show({ handle, status, move, moved, toMove, failure, startedAt }: MoveTask): Result {
  return {
    TaskHandle: status === 'RUNNING' ? handle : undefined,
    Status: status,
    SourceArn: move.source.arn,
    DestinationArn: move.destinationArn,
    MaxNumberOfMessagesPerSecond: move.perSecond,
    ApproximateNumberOfMessagesMoved: moved,
    ApproximateNumberOfMessagesToMove: toMove,
    FailureReason: failure,
    StartedTimestamp: startedAt,
  };
}
