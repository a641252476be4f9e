import { regions } from './regions.mjs';

/** Messages in each region: in a standard queue, and in a FIFO queue of so many groups. */
export const standard = 5_000;
export const fifo = 1_250;
export const groups = 250;

export const names = { standard: 'soaked', fifo: 'soaked.fifo' };
export const total = (standard + fifo) * regions.length;

/** The region that dies. */
export const dying = 'sa-east-1';
/** From which part of the messages handled until which: a third of the run, whose end is slow. */
export const death = { from: 0.2, until: 0.7 };
/** At which part the consumer is told to end, and another takes its place: while the region is dead. */
export const termination = 0.45;

/** Of how many handlings one fails, and one takes longer than the messages are kept invisible for by themselves. */
export const failing = 20;
export const stalling = 100;
/** Seconds that messages are invisible, and ms that a handler that stalls takes. */
const visibility = 4;
export const stall = 6_000;

/** How each of the two names is consumed. */
export const consuming = { concurrency: 200, visibility, wait: 2, drainTimeout: 15_000 };
