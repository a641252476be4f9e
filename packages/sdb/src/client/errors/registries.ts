import { TypeRegistry } from '@smithy/core/schema';
import type { StaticErrorSchema } from '@smithy/types';
import { dataNamespace, exportNamespace } from '../schemas/namespaces.js';
import * as dataExceptions from './data-exceptions.js';
import type { ExceptionClass } from './exception-of.js';
import * as exportExceptions from './export-exceptions.js';
import { SimpleDBServiceException } from './simpledb-service-exception.js';

function registryOf(namespace: string, classes: readonly ExceptionClass[]): TypeRegistry {
  const registry = new TypeRegistry(namespace);
  for (const exception of classes) registry.registerError(schemaOf(namespace, exception), exception);
  return registry;
}

function schemaOf(namespace: string, { code, status, fault }: ExceptionClass): StaticErrorSchema {
  const traits = { awsQueryError: [code, status] as [string, number], error: fault, httpError: status };
  return [-3, namespace, code, traits, ['message', 'BoxUsage'], [0, 1]];
}

/** What stands for a code that nobody knows. */
function baseOf(namespace: string): TypeRegistry {
  const registry = new TypeRegistry(`smithy.ts.sdk.synthetic.${namespace}`);
  registry.registerError([-3, registry.namespace, 'SimpleDBServiceException', 0, [], []], SimpleDBServiceException);
  return registry;
}

/** The exceptions of the data operations, for their protocol. */
export const dataErrors: TypeRegistry[] = [
  baseOf(dataNamespace),
  registryOf(dataNamespace, Object.values(dataExceptions)),
];

/** The exceptions of the export operations, for theirs. */
export const exportErrors: TypeRegistry[] = [
  baseOf(exportNamespace),
  registryOf(exportNamespace, Object.values(exportExceptions)),
];
