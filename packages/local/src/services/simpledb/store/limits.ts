import { ApiError } from '../../../wire/api-error.js';

/**
 * SimpleDB's limits.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDBLimits.html
 */
export const limits = {
  domains: 250,
  domainBytes: 10_737_418_240,
  domainPairs: 1_000_000_000,
  itemPairs: 256,
  textBytes: 1024,
  submittedAttributes: 256,
  submittedItems: 25,
  answerBytes: 1_048_576,
} as const;

/** A name or a value of at most 1,024 bytes; a name has at least one. Throws {@link ApiError}. */
export function checkText(parameter: string, text: string, least: 0 | 1): string {
  const bytes = Buffer.byteLength(text);
  if (bytes >= least && bytes <= limits.textBytes) return text;
  const why =
    bytes < least ? 'The empty string is an illegal name' : `Value exceeds maximum length of ${limits.textBytes}`;
  const shown = bytes < least ? '' : text;
  throw new ApiError('InvalidParameterValue', `Value ("${shown}") for parameter ${parameter} is invalid. ${why}.`);
}
