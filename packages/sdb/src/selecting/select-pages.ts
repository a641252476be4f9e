import type { Place } from '@proj/core';
import { callOptionsOf, type ReadOptions } from '../calls/request-options.js';
import type { FoundItem, SimpleDB } from '../client/index.js';
import { RepeatingTokenError } from './repeating-token-error.js';

/** The pages of a query in one region, each asked for when it is wanted. A page may be empty before the end. */
export async function* selectPages(
  place: Place<SimpleDB>,
  text: string,
  options: ReadOptions,
): AsyncGenerator<readonly FoundItem[], void, undefined> {
  const input = { SelectExpression: text, ...(options.consistent === true && { ConsistentRead: true }) };
  let token: string | undefined;
  do {
    const asked = { ...input, ...(token !== undefined && { NextToken: token }) };
    const answer = await place.call('select', (client) => client.select(asked), callOptionsOf(options));
    yield answer.Items ?? [];
    const next = answer.NextToken === '' ? undefined : answer.NextToken;
    if (next !== undefined && next === token) throw new RepeatingTokenError('select', place.target.region);
    token = next;
  } while (token !== undefined);
}
