import { RepeatingTokenError } from '../errors/repeating-token-error.js';

/** A page as far as going on from it needs. */
export interface Page {
  /** The token to go on from; absent on the last page. */
  readonly nextToken?: string | undefined;
}

/** Which pages to follow. */
export interface PageSource<P extends Page> {
  /** For errors: the operation and where. */
  readonly operation: string;
  readonly region: string;
  readonly startingToken: string | undefined;
  /** Asks for the page that a token leads to; without one, for the first. */
  fetch(token: string | undefined): Promise<P>;
}

/**
 * Follows the tokens from page to page, one request for each page that is wanted.
 *
 * @throws RepeatingTokenError after a page that brings a token which was seen before
 */
export async function* followPages<P extends Page>(source: PageSource<P>): AsyncGenerator<P, void, undefined> {
  const seen = new Set<string>();
  let token = source.startingToken;
  do {
    if (token !== undefined) seen.add(token);
    const page = await source.fetch(token);
    yield page;
    token = page.nextToken;
    if (token !== undefined && seen.has(token)) throw new RepeatingTokenError(source.operation, source.region, token);
  } while (token !== undefined);
}

/** All items of all pages. */
export async function collect<P, T>(pages: AsyncIterable<P>, items: (page: P) => readonly T[]): Promise<readonly T[]> {
  const all: T[] = [];
  // One by one: spreading a large page into push() would put all of it on the stack.
  for await (const page of pages) for (const item of items(page)) all.push(item);
  return all;
}
