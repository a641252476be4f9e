import { invalidArgument } from '../errors/errors.js';

/** How much of a listing is told at once, at most. */
const PAGE = 1000;

/** A number that a listing is limited to. Throws an S3Error for one that is none. */
export function limitOf(name: string, text: string | undefined, most: number = PAGE): number {
  if (text === undefined || text === '') return most;
  if (!/^\d{1,10}$/.test(text) || Number(text) > 2_147_483_647) {
    throw invalidArgument(`Provided ${name} not an integer or within integer range`, name, text);
  }
  return Math.min(Number(text), most);
}

/** Where a listing goes on, as a text that means nothing to others. */
export function tokenOf(after: string): string {
  return Buffer.from(`after ${after}`).toString('base64url');
}

/** What a token says. Throws an S3Error for what is none. */
export function readToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  if (text.startsWith('after ') && tokenOf(text.slice(6)) === token) return text.slice(6);
  throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token);
}
