import {
  isMixedPartitionsError,
  isNoRegionError,
  isOptionError,
  isRegionNameError,
  isUnknownPartitionError,
  isUnknownRegionError,
} from '@proj/core';
import { isUsageError } from '../errors/cli-error.js';
import { exitCodes } from '../host/exit-codes.js';

const usage = [
  isUsageError,
  isOptionError,
  isNoRegionError,
  isRegionNameError,
  isUnknownRegionError,
  isUnknownPartitionError,
  isMixedPartitionsError,
];

/** The exit code for what was thrown: whether the command was wrong, or failed. */
export function exitCodeOf(error: unknown): number {
  return usage.some((is) => is(error)) ? exitCodes.usage : exitCodes.failed;
}
