import type { InitializeMiddleware, MetadataBearer, Pluggable } from '@smithy/types';
import { checkLimits, type LimitedInput } from './check-limits.js';
import { splitBatch } from './split-batch.js';

/** Checks inputs before anything else is done with them, and sends a large batch in parts, one after the other. */
export const limitsPlugin: Pluggable<object, MetadataBearer> = {
  applyToStack: (stack) => {
    stack.add(limits, { name: 'simpleDBLimits', step: 'initialize', priority: 'low', override: true });
  },
};

const limits: InitializeMiddleware<object, MetadataBearer> = (next, context) => async (args) => {
  const input: LimitedInput = args.input;
  const operation = String(context.commandName).replace(/Command$/, '');
  checkLimits(operation, input);
  const [first = [], ...rest] = splitBatch(operation, input.Items ?? []);
  if (rest.length === 0) return next(args);
  let result = await next({ ...args, input: { ...input, Items: first } });
  for (const Items of rest) result = await next({ ...args, input: { ...input, Items } });
  return result;
};
