import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import type { RawContainer } from './container.js';

/**
 * The items of an answer.
 *
 * @throws UnexpectedAnswerError when it is no list, or an item has no name
 */
export function readContainers(operation: string, region: string, answer: unknown): readonly RawContainer[] {
  if (!Array.isArray(answer)) throw new UnexpectedAnswerError(operation, region, 'is no list');
  const items: readonly unknown[] = answer;
  if (items.every(isRaw)) return items;
  throw new UnexpectedAnswerError(operation, region, 'has a container without its name');
}

function isRaw(item: unknown): item is RawContainer {
  const { name } = (item ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' && name !== '';
}
