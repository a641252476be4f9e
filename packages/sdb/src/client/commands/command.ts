import { type CommandImpl, makeBuilder } from '@smithy/core/client';
import { getEndpointPlugin } from '@smithy/core/endpoints';
import type { EndpointParameterInstructions, StaticOperationSchema } from '@smithy/types';
import type { SimpleDBClientResolvedConfig } from '../config/client-config.js';
import { endpointInstructions } from '../config/endpoint.js';
import { exportProtocolPlugin } from '../protocol/export-protocol.js';
import type { Answer } from './types.js';

/** The class of one operation's commands. */
export interface CommandClass<Input extends object, Output extends Answer> {
  new (input: Input): CommandImpl<Input, Output, SimpleDBClientResolvedConfig, object, Answer>;
  getEndpointParameterInstructions(): EndpointParameterInstructions;
}

const builder = makeBuilder<SimpleDBClientResolvedConfig, object, Answer>(
  endpointInstructions,
  'AmazonSimpleDB',
  'SimpleDBClient',
  getEndpointPlugin,
);

/** Makes it of the operation's schema. */
export function command<Input extends object, Output extends Answer>(
  schema: StaticOperationSchema,
): CommandClass<Input, Output> {
  return builder<Input, Output>({}, () => [], schema[2], schema);
}

/** The same for an export operation. */
export function exportCommand<Input extends object, Output extends Answer>(
  schema: StaticOperationSchema,
): CommandClass<Input, Output> {
  const plugins: Parameters<typeof builder>[1] = (_command, _stack, config) => [exportProtocolPlugin(config)];
  return builder<Input, Output>({}, plugins, schema[2], schema);
}
