import type { SchemaRef } from '@smithy/types';
import { kebabCase } from '../aws-cli/kebab-case.js';
import { type Shape, shapeOf } from './shape.js';

/** A command of the SDK, which is one request. */
type Command = object;

/** One operation of a service. */
export interface Operation {
  /** Its own name: `DescribeVolumes`. */
  readonly name: string;
  /** As the AWS CLI calls it: `describe-volumes`. */
  readonly commandName: string;
  /** The service's package, after `client-`. */
  readonly client: string;
  readonly input: Shape;
  readonly output: Shape;
  /** The client's method that gives page after page, where there is one. */
  readonly paginator: string | undefined;
  command(input: object): Command;
}

type CommandClass = new (input: object) => Command;

/** A schema of an operation, as the SDK's packages export them: `[9, namespace, name, traits, input, output]`. */
type OperationSchema = readonly [9, string, string, unknown, SchemaRef, SchemaRef];

/** Every operation of a client's module, by the AWS CLI's name. */
export function operationsOf(
  client: string,
  module: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Operation> {
  const schemas = Object.values(module).filter(isOperationSchema);
  const operations = schemas.map((schema) => operationOf(client, module, schema));
  return new Map(operations.filter((operation) => operation !== undefined).map((one) => [one.commandName, one]));
}

function isOperationSchema(value: unknown): value is OperationSchema {
  return Array.isArray(value) && value[0] === 9 && typeof value[2] === 'string';
}

function operationOf(
  client: string,
  module: Readonly<Record<string, unknown>>,
  [, , name, , input, output]: OperationSchema,
): Operation | undefined {
  const Command = module[`${name}Command`] as CommandClass | undefined;
  if (Command === undefined) return undefined;
  const paginator = `paginate${name}`;
  return {
    name,
    commandName: kebabCase(name),
    client,
    input: shapeOf(input),
    output: shapeOf(output),
    paginator: typeof module[paginator] === 'function' ? paginator : undefined,
    command: (members) => new Command(members),
  };
}
