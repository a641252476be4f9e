import { UsageError } from '../errors/cli-error.js';
import { listOf } from '../pages/rows.js';
import { membersOf } from '../services/shape.js';
import { type Call, isPaged } from './call.js';

/** Refuses what makes no sense over many regions, or for this operation. @throws UsageError */
export function checkCall(call: Call): void {
  const { operation, common } = call;
  const stream = [...membersOf(operation.input), ...membersOf(operation.output)].find(
    ({ name, shape }) => shape.isStreaming() && !(shape.isBlobSchema() && name in call.input),
  );
  if (stream !== undefined)
    throw new UsageError(
      `${operation.commandName} sends or gives a stream (${stream.name}), which is of one region: use the AWS CLI for it`,
    );
  const { maxItems, pageSize, startingToken } = common;
  const paging = maxItems ?? pageSize ?? startingToken;
  if (paging !== undefined && !isPaged(call))
    throw new UsageError(
      `${operation.commandName} has no pages here: leave out --max-items, --page-size and --starting-token, or what pages by hand`,
    );
  if (maxItems !== undefined && listOf(operation) === undefined)
    throw new UsageError(`${operation.commandName} does not list one kind of item: leave out --max-items`);
}
