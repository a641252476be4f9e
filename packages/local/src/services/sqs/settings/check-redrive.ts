import { ApiError } from '../../../wire/api-error.js';
import type { Queues } from '../queues/queues.js';
import { type AttributeTexts, readSettings } from './queue-settings.js';
import { allowsSource } from './redrive.js';

/** Throws {@link ApiError} for a redrive policy whose dead-letter queue is not there, of the other kind, or unwilling. */
export function checkRedrive(attributes: AttributeTexts, arn: string, queues: Queues): void {
  const { redrive, fifo } = readSettings(attributes);
  if (!redrive) return;
  const target = queues.byArn(redrive.deadLetterTargetArn);
  if (!target) throw wrong(redrive.deadLetterTargetArn, 'Dead letter target does not exist.');
  if (target.settings.fifo !== fifo) {
    throw wrong(redrive.deadLetterTargetArn, 'Dead-letter queue must be same type of queue as the source.');
  }
  if (!allowsSource(target.settings.redriveAllow, arn)) {
    throw wrong(
      redrive.deadLetterTargetArn,
      'Queue is not allowed to use this dead-letter queue by its RedriveAllowPolicy.',
    );
  }
}

function wrong(target: string, reason: string): ApiError {
  return new ApiError(
    'InvalidParameterValue',
    `Value ${target} for parameter RedrivePolicy is invalid. Reason: ${reason}`,
  );
}
