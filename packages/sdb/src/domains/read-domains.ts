import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import type { RawDomain } from './domain.js';

/**
 * The items of an answer.
 *
 * @throws UnexpectedAnswerError when it is no list, or an item has no name
 */
export function readDomains(operation: string, region: string, answer: unknown): readonly RawDomain[] {
  if (!Array.isArray(answer)) throw new UnexpectedAnswerError(operation, region, 'is no list');
  const items: readonly unknown[] = answer;
  if (items.every(isRaw)) return items;
  throw new UnexpectedAnswerError(operation, region, 'has a domain without its name');
}

function isRaw(item: unknown): item is RawDomain {
  const { name } = (item ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' && name !== '';
}
