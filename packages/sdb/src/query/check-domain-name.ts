import { OptionError } from '@proj/core';
import { LimitError } from '../client/limits/limit-error.js';

const MAX_LENGTH = 255;
const RULE = `a domain name has 3 to ${MAX_LENGTH} of the characters a-z, A-Z, 0-9, _, . and -`;

/**
 * Refuses what no domain can be named: 3 to 255 of the characters a–z, A–Z, 0–9, `_`, `-` and `.`.
 *
 * @throws LimitError for a text that is none, OptionError for no text
 *
 * @example
 * ```ts
 * checkDomainName('mydomain');
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDBLimits.html
 */
export function checkDomainName(name: unknown): asserts name is string {
  if (typeof name !== 'string') {
    throw new OptionError(`the domain's name is of the type ${name === null ? 'null' : typeof name}: ${RULE}`);
  }
  if (!/^[\w.-]{3,255}$/.test(name)) {
    const message = `${RULE}; this one is ${JSON.stringify(name.slice(0, MAX_LENGTH))}`;
    throw new LimitError(message, 'domain name', name.length, MAX_LENGTH);
  }
}
