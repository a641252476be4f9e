import { text } from '../shapes/scalars.js';
import type { Shape } from '../shapes/shape.js';
import { structure } from '../shapes/structure.js';

/** The address of one queue. */
export interface QueueUrlAnswer {
  readonly QueueUrl: string;
}

/** The shape of {@link QueueUrlAnswer}. */
export const queueUrlAnswer: Shape<QueueUrlAnswer> = structure<QueueUrlAnswer>({ QueueUrl: text }, ['QueueUrl']);
