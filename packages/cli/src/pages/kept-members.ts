import { addedOverPages, keptOfPages, nullOfPages, tokenMembers } from '../aws-cli/table.js';
import type { Operation } from '../services/operation.js';
import { membersOf } from '../services/shape.js';

/** What of a listing's pages makes its answer, as the AWS CLI has it. */
export interface Kept {
  /** Members of the pages; `A.B` is a member of a member. */
  readonly members: readonly string[];
  /** Those that are no lists and are added up. */
  readonly added: ReadonlySet<string>;
  /** Those that are `null` where the first page does not have them. */
  readonly nulls: readonly string[];
}

/** What is kept of the pages of a listing: all but the tokens, or what the AWS CLI keeps where that is something else. */
export function keptOf({ client, name, output }: Operation): Kept {
  const own = membersOf(output).map((member) => member.name);
  return {
    members: keptOfPages[client]?.[name] ?? own.filter((member) => !tokenMembers.includes(member)),
    added: new Set(addedOverPages[client]?.[name]),
    nulls: nullOfPages[client]?.[name] ?? [],
  };
}
