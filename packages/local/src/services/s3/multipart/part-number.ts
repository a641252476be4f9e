import { invalidArgument } from '../errors/errors.js';
import { S3_LIMITS } from '../errors/limits.js';

/** The number of a part. Throws an S3Error for what is none. */
export function partNumber(text: string | undefined): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= S3_LIMITS.parts) return number;
  const message = `Part number must be an integer between 1 and ${S3_LIMITS.parts}, inclusive`;
  throw invalidArgument(message, 'partNumber', text);
}
