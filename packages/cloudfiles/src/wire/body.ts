import { isAscii } from 'node:buffer';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import type { HttpAnswer } from './connections.js';
import { wireError } from './connections.js';

/** Whose answer it is, for errors. */
export interface AnswerOf {
  readonly operation: string;
  readonly region: string;
}

/** All of a body as a text. */
export async function textOf({ operation, region }: AnswerOf, { body }: HttpAnswer): Promise<string> {
  try {
    const bytes = await body.bytes();
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return all.toString(isAscii(all) ? 'latin1' : 'utf8');
  } catch (error) {
    throw wireError(operation, region, error);
  }
}

/** The list that a body is as JSON; nothing is an empty one. @throws UnexpectedAnswerError */
export async function listOf(of: AnswerOf, answer: HttpAnswer): Promise<readonly unknown[]> {
  return listIn(of, await textOf(of, answer));
}

/** The list that a text is as JSON; nothing is an empty one. @throws UnexpectedAnswerError */
export function listIn(of: AnswerOf, text: string): readonly unknown[] {
  if (text === '') return [];
  const list = jsonOf(of, text);
  if (Array.isArray(list)) return list;
  throw new UnexpectedAnswerError(of.operation, of.region, 'is no list');
}

/** What a text is as JSON. @throws UnexpectedAnswerError */
export function jsonOf({ operation, region }: AnswerOf, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnexpectedAnswerError(operation, region, 'is no JSON', { cause });
  }
}
