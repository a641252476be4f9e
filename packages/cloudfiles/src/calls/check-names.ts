import { OptionError } from '@proj/core';

/**
 * Refuses what is no object, and names that are not there: a misspelt option would otherwise do nothing.
 *
 * @throws OptionError with the names that there are
 */
export function checkNames(call: string, given: unknown, names: readonly string[]): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new OptionError(`${call}: options are an object; there are ${names.join(', ')}`);
  }
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new OptionError(`${call}: '${unknown}' is not an option; there are ${names.join(', ')}`);
  }
}
