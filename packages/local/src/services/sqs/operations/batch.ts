import { ApiError } from '../../../wire/api-error.js';
import { list } from '../shapes/collections.js';
import { flag, text } from '../shapes/scalars.js';
import type { Shape } from '../shapes/shape.js';
import { structure } from '../shapes/structure.js';
import { errorNames } from '../sqs-error.js';

/** What every entry of a batch has. */
export interface BatchEntry {
  readonly Id: string;
}

interface BatchFailure extends BatchEntry {
  readonly SenderFault: boolean;
  readonly Code: string;
  readonly Message: string;
}

const failure = structure<BatchFailure>({ Id: text, SenderFault: flag, Code: text, Message: text }, []);
const ID = /^[\w-]{1,80}$/;
const MOST = 10;

/** What a batch answers: which entries went through, and which did not and why. */
export interface BatchAnswer<T> {
  readonly Successful: readonly T[];
  readonly Failed: readonly BatchFailure[];
}

/** The shape of a batch's answer. */
export function batchAnswer<T>(success: Shape<T>, name: string): Shape<BatchAnswer<T>> {
  return structure<BatchAnswer<T>>(
    { Successful: list(success, name), Failed: list(failure, 'BatchResultErrorEntry') },
    [],
  );
}

/**
 * Does something for each entry by itself. Throws {@link ApiError} for a batch that is none.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-batch-api-actions.html
 */
export function runBatch<E extends BatchEntry, T>(
  entries: readonly E[],
  run: (entry: E) => T,
): BatchAnswer<T & BatchEntry> {
  const Successful: (T & BatchEntry)[] = [];
  const Failed: BatchFailure[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...run(entry) });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      Failed.push({
        Id: entry.Id,
        SenderFault: error.status < 500,
        Code: errorNames(error).query,
        Message: error.message,
      });
    }
  }
  return { Successful, Failed };
}

/** Throws {@link ApiError} for entries that are no batch. */
export function checkBatch(entries: readonly BatchEntry[], element: string): void {
  if (entries.length === 0) {
    throw new ApiError('EmptyBatchRequest', `There should be at least one ${element} in the request.`);
  }
  if (entries.length > MOST) {
    throw new ApiError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${MOST}. You have sent ${entries.length}.`,
    );
  }
  const seen = new Set<string>();
  for (const { Id: id } of entries) {
    if (!ID.test(id)) {
      throw new ApiError(
        'InvalidBatchEntryId',
        'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
      );
    }
    if (seen.has(id)) throw new ApiError('BatchEntryIdsNotDistinct', `Id ${id} repeated.`);
    seen.add(id);
  }
}
