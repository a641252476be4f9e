import type { SqsCall } from '../sqs-call.js';
import { invalidValue } from '../sqs-error.js';

/** How a listing is asked for page by page. */
export interface Paging {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** A page of names. */
interface NamesPage {
  readonly names: readonly string[];
  readonly nextToken: string | undefined;
}

const LARGEST = 1000;

/**
 * Cuts a page out of sorted names. Without `MaxResults` it ends at 1,000 and nothing says that there are more, as in AWS.
 *
 * @param scope - what else the question is: a token is good for the same alone
 */
export function pageOf(call: SqsCall, input: Paging, names: readonly string[], scope: readonly string[]): NamesPage {
  const { MaxResults: most = LARGEST, NextToken: token } = input;
  if (most < 1 || most > LARGEST)
    throw invalidValue('MaxResults', most, `MaxResults must be between 1 and ${LARGEST}.`);
  const question = [call.action, call.account.id, call.region, ...scope];
  const { after } = token === undefined ? { after: '' } : (call.tokens.read(question, token) as { after: string });
  const rest = names.filter((name) => name > after);
  const page = rest.slice(0, most);
  const more = rest.length > most && input.MaxResults !== undefined;
  return { names: page, nextToken: more ? call.tokens.write(question, { after: page.at(-1) }) : undefined };
}
