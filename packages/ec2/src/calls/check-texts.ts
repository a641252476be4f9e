import { OptionError } from '@proj/core';

/**
 * Refuses lists that EC2 would take for "everything": an empty one, or one without texts in it.
 *
 * @throws OptionError naming the option
 */
export function checkTexts(option: string, given: unknown): void {
  if (!Array.isArray(given)) throw new OptionError(`${option}: give a list of texts`);
  if (given.length === 0) throw new OptionError(`${option} is empty: leave it out, or name at least one`);
  if (!given.every((text) => typeof text === 'string' && text !== '')) {
    throw new OptionError(`${option} holds something that is no text, or an empty one`);
  }
}
