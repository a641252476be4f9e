import { type FileHandle, open } from 'node:fs/promises';
import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import type { Message } from '../messages/message.js';
import { maxBytes } from '../messages/outgoing.js';
import type { Queue } from '../queues/queue.js';
import { lineOf } from './dump-line.js';

/**
 * How a queue is dumped.
 *
 * @example
 * ```ts
 * const options: DumpOptions = { wait: 5, keep: true };
 * ```
 */
export interface DumpOptions extends RequestOptions {
  /** Seconds to wait for one more message before the queue is taken for empty: 0 to 20. @defaultValue 5 */
  readonly wait?: number | undefined;
  /** Leaves the messages in the queue: they are visible again after its visibility time-out. @defaultValue false */
  readonly keep?: boolean | undefined;
  /** How many messages to take at most. @defaultValue all */
  readonly most?: number | undefined;
}

/** What was dumped. */
export interface DumpReport {
  readonly messages: number;
  /** Those among them that could not be deleted: they are in the file, and are in the queue again after a while. */
  readonly notDeleted: number;
}

/** Every character of the largest message may take six in JSON. */
const longestLine = 8 * maxBytes;

/** Receives, writes, makes sure, deletes: in this order, so that at no time a message is nowhere. */
export async function dumpQueue(queue: Queue, path: string, options: DumpOptions): Promise<DumpReport> {
  checkNames('dump(path, options)', options, [...requestOptionNames, 'wait', 'keep', 'most']);
  const { wait = 5, keep = false, most = Number.POSITIVE_INFINITY, ...request } = options;
  if (!(most > 0)) throw new OptionError(`dump: most is ${String(most)}; give a number from 1 on`);
  await using file = await open(path, 'a+');
  await dropHalfLine(file);
  let [messages, notDeleted] = [0, 0];
  for (;;) {
    const max = Math.min(10, most - messages);
    const received = max > 0 ? await queue.receive({ max, wait, ...request }) : [];
    if (received.length === 0) return { messages, notDeleted };
    await write(file, received);
    messages += received.length;
    if (keep) continue;
    const outcomes = await queue.deleteBatch(received, request);
    notDeleted += outcomes.filter(({ error }) => error !== undefined).length;
  }
}

/** On the disk, not only in the system's memory. */
async function write(file: FileHandle, messages: readonly Message[]): Promise<void> {
  await file.appendFile(messages.map(lineOf).join(''));
  await file.datasync();
}

/** Takes away what a crash left of a last line: its message was not yet deleted, and will come again. */
async function dropHalfLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  const from = Math.max(0, size - longestLine);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
  const end = buffer.subarray(0, bytesRead).lastIndexOf(0x0a);
  await file.truncate(from + end + 1);
}
