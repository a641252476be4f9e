import type { Message } from './message.js';

/** Where the twenty digits begin, and the steps between them: they grow, and are not consecutive. */
const FIRST = 18_000_000_000_000_000_000n;
const STEP = 256n;

/** A message's place in its FIFO queue, as senders and receivers are told. */
export function sequenceNumber({ sequence }: Message): string {
  return (FIRST + BigInt(sequence) * STEP).toString();
}
