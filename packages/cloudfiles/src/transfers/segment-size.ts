import { OptionError } from '@proj/core';

const mebibyte = 2 ** 20;
const largest = 5_368_709_120;
/** What a manifest has at most, as clusters are set up. */
export const mostSegments = 1_000;
const usual = 16 * mebibyte;
/** Nobody knows how long a stream is: so large that a thousand are 31 GiB. */
const usualOfStream = 32 * mebibyte;

/** Bytes of a segment for an object of this size: what was asked for, or the usual, or more where there would be too many. */
export function segmentSizeFor(size: number | undefined, given: number | undefined): number {
  checkSegmentSize(given);
  if (size === undefined) return given ?? usualOfStream;
  const needed = Math.ceil(size / mostSegments / mebibyte) * mebibyte;
  return given === undefined ? Math.max(usual, needed) : Math.max(given, Math.ceil(size / mostSegments));
}

/** @throws OptionError */
export function checkSegmentSize(given: number | undefined): void {
  if (given === undefined || (Number.isSafeInteger(given) && given >= 1 && given <= largest)) return;
  throw new OptionError(`segmentSize is ${String(given)}; give whole bytes, 1 to ${largest} (5 GiB)`);
}

/** @throws OptionError */
export function checkConcurrency(given: number | undefined): number {
  if (given === undefined) return 4;
  if (Number.isSafeInteger(given) && given >= 1 && given <= 1_000) return given;
  throw new OptionError(`concurrency is ${String(given)}; give how many go at once, 1 to 1,000`);
}
