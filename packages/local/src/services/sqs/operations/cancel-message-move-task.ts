import { ApiError } from '../../../wire/api-error.js';
import { integer, text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import type { SqsOperation } from './operation.js';

interface Input {
  readonly TaskHandle: string;
}

interface Output {
  readonly ApproximateNumberOfMessagesMoved: number;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CancelMessageMoveTask.html */
export const cancelMessageMoveTask: SqsOperation<Input, Output> = {
  name: 'CancelMessageMoveTask',
  input: structure<Input>({ TaskHandle: text }, ['TaskHandle']),
  output: structure<Output>({ ApproximateNumberOfMessagesMoved: integer }, []),
  run: ({ TaskHandle: handle }, { queues }) => {
    const task = queues.moves.find(handle);
    if (!task) throw new ApiError('ResourceNotFoundException', 'Task does not exist.');
    if (task.status !== 'RUNNING') {
      throw new ApiError('UnsupportedOperation', 'Only active tasks can be cancelled.');
    }
    task.cancel();
    return { ApproximateNumberOfMessagesMoved: task.moved };
  },
};
