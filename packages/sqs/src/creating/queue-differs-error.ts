import { isDeepStrictEqual } from 'node:util';
import { hasName } from '@proj/core';
import { SqsError } from '../errors/sqs-error.js';
import type { Queue } from '../queues/queue.js';
import type { QueueSettings } from '../settings/queue-settings.js';

/** A setting that a queue has otherwise than it was to be made with. */
export interface SettingDifference {
  readonly setting: keyof QueueSettings;
  readonly existing: unknown;
  readonly wanted: unknown;
}

/** There is a queue of this name already, which is set otherwise. It stays as it is. */
export class QueueDiffersError extends SqsError {
  override readonly name = 'QueueDiffersError';
  readonly queue: Queue;
  readonly region: string;
  /** Empty where the service sees another difference than in its settings. */
  readonly differences: readonly SettingDifference[];

  constructor(queue: Queue, differences: readonly SettingDifference[], cause: unknown) {
    const told = differences.map(
      ({ setting, existing, wanted }) => `${setting} is ${shown(existing)}, not ${shown(wanted)}`,
    );
    const what = told.length === 0 ? 'is set otherwise' : `is there already: its ${told.join(', its ')}`;
    super(`the queue ${queue.name} in ${queue.region} ${what}; change it by setAttributes(), or take another name`, {
      cause,
    });
    this.queue = queue;
    this.region = queue.region;
    this.differences = differences;
  }
}

/**
 * Whether the error is a {@link QueueDiffersError}.
 *
 * @example
 * ```ts
 * if (isQueueDiffersError(error)) console.table(error.differences);
 * ```
 */
export function isQueueDiffersError(error: unknown): error is QueueDiffersError {
  return hasName<QueueDiffersError>(error, 'QueueDiffersError');
}

/** In what the settings that were wanted differ from those that are there. */
export function differencesOf(existing: QueueSettings, wanted: QueueSettings): readonly SettingDifference[] {
  const settings = Object.keys(wanted) as (keyof QueueSettings)[];
  return settings
    .filter((setting) => wanted[setting] !== undefined && !isDeepStrictEqual(existing[setting], wanted[setting]))
    .map((setting) => ({ setting, existing: existing[setting], wanted: wanted[setting] }));
}

function shown(value: unknown): string {
  return value === undefined ? 'not set' : JSON.stringify(value);
}
