import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { SendBatchOptions } from '../batches/send-batch.js';
import { reportOf, type SendReport } from '../batches/send-report.js';
import type { OutgoingMessage } from '../messages/outgoing.js';
import type { Queue } from '../queues/queue.js';
import { readLine } from './dump-line.js';

/**
 * How a dump is loaded.
 *
 * @example
 * ```ts
 * const options: LoadOptions = { skipLines: 120_000 };
 * ```
 */
export interface LoadOptions extends SendBatchOptions {
  /** Lines to leave out at the beginning, to go on with a load that was stopped. @defaultValue 0 */
  readonly skipLines?: number | undefined;
}

/** Sends the messages of a dump in its order. */
export function loadQueue(queue: Queue, path: string, { skipLines = 0, ...options }: LoadOptions): Promise<SendReport> {
  const messages = messagesOf(path, skipLines, queue.isFifo);
  return reportOf(`load into ${queue.name} in ${queue.region}`, queue.sendEach(messages, options));
}

async function* messagesOf(path: string, skip: number, isFifo: boolean): AsyncGenerator<OutgoingMessage<string>> {
  const seen = new Set<string>();
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const { id, message } = readLine(line, number);
    if (seen.has(id)) continue;
    seen.add(id);
    if (number > skip) yield isFifo ? message : withoutFifo(message);
  }
}

/** A standard queue takes a group, and no deduplication id. */
function withoutFifo({ deduplicationId: _, ...message }: OutgoingMessage<string>): OutgoingMessage<string> {
  return message;
}
