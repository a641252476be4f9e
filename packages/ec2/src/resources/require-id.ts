import type { Target } from '@proj/core';
import { IncompleteAnswerError } from '../errors/incomplete-answer-error.js';

/**
 * The id that an answer must have.
 *
 * @throws IncompleteAnswerError when it has none
 */
export function requireId(id: string | undefined, member: string, { region }: Target): string {
  if (id === undefined || id === '') throw new IncompleteAnswerError(region, member);
  return id;
}
