/** Pages that a listing is worth for each further split. */
const PAGES_FOR_A_SPLIT = 8;

/**
 * How often a listing may be split by the time that it has given so many pages. Each split costs at most one request more than a
 * listing in one piece, so that this is also how many more there can be.
 */
export function splitsAllowed(parallel: number, pages: number): number {
  return 2 * parallel + Math.floor(pages / PAGES_FOR_A_SPLIT);
}
