import { OptionError } from '@proj/core';
import { s3Facts } from '../facts/s3-facts.js';

const mebibyte = 2 ** 20;
/** S3 takes no parts smaller than this but the last, none larger than it takes at once, and no more than so many. */
const smallest = 5 * mebibyte;
export const mostParts = 10_000;
const usual = 8 * mebibyte;

/** Bytes of a part for an object of this size: what was asked for, or the usual, or more where there would be too many parts. */
export function partSizeFor(size: number | undefined, given: number | undefined): number {
  checkPartSize(given);
  const needed = Math.ceil((size ?? 0) / mostParts / mebibyte) * mebibyte;
  return Math.max(given ?? usual, needed);
}

/** How many parts an object of this size has. One of no bytes has one. */
export function partsOf(size: number, partSize: number): number {
  return Math.max(1, Math.ceil(size / partSize));
}

/** @throws OptionError */
export function checkPartSize(given: number | undefined): void {
  if (given === undefined || (Number.isSafeInteger(given) && given >= smallest && given <= s3Facts.single)) return;
  throw new OptionError(
    `partSize is ${String(given)}; give whole bytes, ${smallest} (5 MiB) to ${s3Facts.single} (5 GiB)`,
  );
}

/** @throws OptionError */
export function checkConcurrency(given: number | undefined): number {
  if (given === undefined) return 4;
  if (Number.isSafeInteger(given) && given >= 1 && given <= 1_000) return given;
  throw new OptionError(`concurrency is ${String(given)}; give how many parts go at once, 1 to 1,000`);
}
