import type { Shape } from '../shapes/shape.js';
import type { SqsCall } from '../sqs-call.js';

/** One action of SQS, in a module of its own: what it takes and gives, in either protocol, and what it does. */
export interface SqsOperation<I extends object = object, O extends object = object> {
  readonly name: string;
  readonly input: Shape<I>;
  /** Absent when it answers with nothing. */
  readonly output?: Shape<O> | undefined;
  /** Throws {@link ApiError} when it cannot be done. */
  run(input: I, call: SqsCall): O | Promise<O>;
}
