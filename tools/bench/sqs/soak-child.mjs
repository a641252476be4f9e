// Consumes all queues of a soak until SIGTERM, and tells its parent of everything in the order in which it happens.
import { setTimeout as wait } from 'node:timers/promises';
import { sqs } from '@proj/sqs';
import { regions } from './regions.mjs';
import { consuming, failing, names, stall, stalling } from './soak-plan.mjs';

/** @typedef {import('./ledger.mjs').Entry} Entry */

process.once('message', async (/** @type {import('./drain.mjs').Cloud} */ { url: endpoint, credentials }) => {
  const ending = new AbortController();
  process.once('SIGTERM', () => ending.abort());
  const config = { requestHandler: { httpAgent: { maxSockets: 1_024 } } };
  const everywhere = sqs({ regions, endpoint, credentials, config });
  const book = new Book();
  let handlings = 0;
  const handler = async (/** @type {import('@proj/sqs').Message} */ { id, region, groupId, body }) => {
    handlings += 1;
    const [fails, stalls] = [handlings % failing === 0, handlings % stalling === 1];
    const group = groupId === undefined ? undefined : `${region} ${groupId}`;
    book.write({ type: 'begun', id, group, number: Number(body) });
    if (stalls) await wait(stall);
    book.write({ type: fails ? 'failed' : 'done', id, group, number: Number(body) });
    if (fails) throw new Error('it fails');
  };
  const onEvent = (/** @type {import('@proj/sqs').ConsumeEvent} */ event) => {
    if (event.type === 'deleted') for (const id of event.ids) book.write({ type: 'deleted', id });
    if (event.type === 'lost') book.write({ type: 'lost', id: event.id });
    if (event.type === 'regionFailed') book.write({ type: 'regionFailed', id: event.region });
  };
  // By name, so that a consumer that begins while a region is dead has to find its queue there later.
  const consume = (/** @type {string} */ queue) =>
    everywhere.consume(handler, { ...consuming, queue, signal: ending.signal, onEvent });
  await Promise.all(Object.values(names).map(consume));
  book.close();
});

/** Sends what is written, many entries at a time. */
class Book {
  /** @type {Entry[]} */
  #entries = [];
  #timer = setInterval(() => this.#send(), 20);

  /** @param {Entry} entry */
  write(entry) {
    this.#entries.push(entry);
  }

  close() {
    clearInterval(this.#timer);
    process.send?.(this.#entries, () => process.exit(0));
  }

  #send() {
    if (this.#entries.length > 0) process.send?.(this.#entries);
    this.#entries = [];
  }
}
