import type { SQS } from '@aws-sdk/client-sqs';
import { OptionError, type Place } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import { plainQueue, type Queue } from '../queues/queue.js';
import { type QueueSettings, wireSettings } from '../settings/queue-settings.js';
import { differencesOf, QueueDiffersError } from './queue-differs-error.js';

/**
 * How a queue is made.
 *
 * @example
 * ```ts
 * const options: CreateQueueOptions = { attributes: { visibilityTimeout: 120 }, tags: { team: 'billing' } };
 * ```
 */
export interface CreateQueueOptions extends RequestOptions {
  /** Whether it keeps the order of message groups; its name then ends in `.fifo`, which is added. @defaultValue by the name */
  readonly fifo?: boolean | undefined;
  readonly attributes?: QueueSettings | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

const nameRule = /^[A-Za-z0-9_-]{1,80}$/;

/** The name that a queue gets. @throws OptionError */
function queueName(name: string, fifo: boolean | undefined): string {
  const ends = String(name).endsWith('.fifo');
  if (ends && fifo === false)
    throw new OptionError(`${JSON.stringify(name)} ends in .fifo: leave fifo out, or the ending`);
  const whole = fifo && !ends ? `${name}.fifo` : name;
  if (nameRule.test(whole.replace(/\.fifo$/, '')) && whole.length <= 80) return whole;
  throw new OptionError(
    `${JSON.stringify(name)} names no queue: up to 80 of a-z, A-Z, 0-9, _ and -, with .fifo at its end or not`,
  );
}

/** Makes a queue; one of this name that has the same attributes is the one. @throws QueueDiffersError for another */
export async function createQueue(place: Place<SQS>, given: string, options: CreateQueueOptions): Promise<Queue> {
  checkNames('createQueue(name, options)', options, [...requestOptionNames, 'fifo', 'attributes', 'tags']);
  const { fifo, attributes = {}, tags } = options;
  const name = queueName(given, fifo);
  const wire = { ...(name.endsWith('.fifo') ? { FifoQueue: 'true' } : {}), ...wireSettings(attributes) };
  const input = { QueueName: name, Attributes: wire, tags: tags && { ...tags } };
  try {
    const { QueueUrl } = await place.call('createQueue', (native) => native.createQueue(input), callOptionsOf(options));
    if (!QueueUrl) throw new UnexpectedAnswerError('createQueue', place.target.region, 'has no QueueUrl');
    return plainQueue(place, QueueUrl);
  } catch (error) {
    throw isNameTaken(error) ? await differing(place, { name, attributes, options, cause: error }) : error;
  }
}

/** The service says that there is another, and not in what it differs. */
async function differing(
  place: Place<SQS>,
  {
    name,
    attributes,
    options,
    cause,
  }: { name: string; attributes: QueueSettings; options: CreateQueueOptions; cause: Error },
): Promise<Error> {
  const ask = (native: SQS) => native.getQueueUrl({ QueueName: name });
  const { QueueUrl = '' } = await place.call('getQueueUrl', ask, callOptionsOf(options));
  const existing = plainQueue(place, QueueUrl);
  const differences = differencesOf(await existing.attributes({ signal: options.signal }), attributes);
  return new QueueDiffersError(existing, differences, cause);
}

function isNameTaken(error: unknown): error is Error {
  const { name = '' } = (error ?? {}) as { readonly name?: string };
  return name === 'QueueNameExists' || name === 'QueueAlreadyExists';
}
