import { type Operation, operationsOf } from '../services/operation.js';

/** An operation of a client's module, which the test imports. */
export function operationIn(client: string, module: object, name: string): Operation {
  const found = operationsOf(client, module as Readonly<Record<string, unknown>>).get(name);
  if (found === undefined) throw new Error(`${client} has no ${name}`);
  return found;
}
