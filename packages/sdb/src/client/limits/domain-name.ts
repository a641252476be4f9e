import { LimitError } from './limit-error.js';

const maxLength = 255;

/** What a domain can be named. */
export const domainNameRule: string = `a domain name has 3 to ${maxLength} of the characters a-z, A-Z, 0-9, _, . and -`;

/** Whether a domain can be named so. */
export function isDomainName(name: string): boolean {
  return /^[\w.-]{3,255}$/.test(name);
}

/** The error for a name that no domain can have. */
export function badDomainName(name: string, where = ''): LimitError {
  const message = `${where}${domainNameRule}; this one is ${JSON.stringify(name.slice(0, maxLength))}`;
  return new LimitError(message, 'domain name', name.length, maxLength);
}
