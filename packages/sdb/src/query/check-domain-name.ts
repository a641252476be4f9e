import { OptionError } from '@proj/core';
import { badDomainName, domainNameRule, isDomainName } from '../client/limits/domain-name.js';

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
    throw new OptionError(
      `the domain's name is of the type ${name === null ? 'null' : typeof name}: ${domainNameRule}`,
    );
  }
  if (!isDomainName(name)) throw badDomainName(name);
}
