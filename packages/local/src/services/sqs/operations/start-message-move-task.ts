import { ApiError } from '../../../wire/api-error.js';
import type { Queue } from '../queues/queue.js';
import type { Queues } from '../queues/queues.js';
import { integer, text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import { invalidValue } from '../sqs-error.js';
import type { SqsOperation } from './operation.js';

interface Input {
  readonly SourceArn: string;
  readonly DestinationArn?: string | undefined;
  readonly MaxNumberOfMessagesPerSecond?: number | undefined;
}

interface Output {
  readonly TaskHandle: string;
}

const FASTEST = 500;
const MOST_RUNNING = 100;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html */
export const startMessageMoveTask: SqsOperation<Input, Output> = {
  name: 'StartMessageMoveTask',
  input: structure<Input>({ SourceArn: text, DestinationArn: text, MaxNumberOfMessagesPerSecond: integer }, [
    'SourceArn',
  ]),
  output: structure<Output>({ TaskHandle: text }, []),
  run: ({ SourceArn: arn, DestinationArn: destinationArn, MaxNumberOfMessagesPerSecond: perSecond }, { queues }) => {
    if (perSecond !== undefined && (perSecond < 1 || perSecond > FASTEST)) {
      throw invalidValue('MaxNumberOfMessagesPerSecond', perSecond, `Must be between 1 and ${FASTEST}.`);
    }
    const source = sourceOf(queues, arn);
    checkDestination(queues, source, destinationArn);
    if (queues.moves.of(arn).some(({ status }) => status === 'RUNNING')) {
      throw new ApiError(
        'UnsupportedOperation',
        'There is already a task running. Only one active task is allowed for a source queue arn at a given time.',
      );
    }
    if (queues.moves.running >= MOST_RUNNING) {
      throw new ApiError('UnsupportedOperation', `An account may have ${MOST_RUNNING} message movement tasks running.`);
    }
    const find = (target: string): Queue | undefined => queues.byArn(target);
    return { TaskHandle: queues.moves.start({ source, destinationArn, perSecond, find }).handle };
  },
};

/** Only what some queue gives its dead letters to can be redriven. */
function sourceOf(queues: Queues, arn: string): Queue {
  const source = queues.byArn(arn);
  if (!source) {
    throw new ApiError(
      'ResourceNotFoundException',
      'The resource that you specified for the SourceArn parameter doesn’t exist.',
    );
  }
  if (queues.all().some(({ settings }) => settings.redrive?.deadLetterTargetArn === arn)) return source;
  throw new ApiError('InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
}

function checkDestination(queues: Queues, source: Queue, arn: string | undefined): void {
  if (arn === undefined) return;
  const destination = queues.byArn(arn);
  if (!destination) {
    throw new ApiError(
      'ResourceNotFoundException',
      'The resource that you specified for the DestinationArn parameter doesn’t exist.',
    );
  }
  if (destination === source || destination.settings.fifo !== source.settings.fifo) {
    throw invalidValue('DestinationArn', arn, 'It must be another queue, of the same type as the source.');
  }
}
