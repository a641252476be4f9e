import type { ReceivedRequest } from '../../http/received-request.js';
import { ApiError } from '../../wire/api-error.js';
import { notServed } from '../../wire/not-served.js';
import { QueryParameters } from '../../wire/query-parameters.js';
import type { QueryOperation } from './operation.js';

const ENVELOPE: ReadonlySet<string> = new Set(['Action', 'Version', 'DryRun']);

/** The parameters of a Query call: of the form body, and of the query string. */
export function readQuery(request: ReceivedRequest): QueryParameters {
  return QueryParameters.parse([request.body.toString('utf8'), request.query].filter((part) => part !== '').join('&'));
}

/** The operation that the call names. Throws {@link ApiError} for one that is not served, or of another version. */
export function findOperation<Call>(
  parameters: QueryParameters,
  operations: ReadonlyMap<string, QueryOperation<Call>>,
  version: string,
): QueryOperation<Call> {
  const action = parameters.value('Action');
  if (!action) throw new ApiError('MissingAction', 'The request must contain the parameter Action');
  const given = parameters.value('Version');
  if (given !== undefined && given !== version) {
    throw new ApiError('NoSuchVersion', `The requested version (${given}) is not served here: ${version} is.`);
  }
  const operation = operations.get(action);
  if (!operation) throw notServed(`the action ${action}`);
  return operation;
}

/**
 * Refuses parameters that the operation does not know: to overlook one would be to answer another question.
 *
 * @param signing - those of the signature, where it is made of parameters
 */
export function checkNames(
  parameters: QueryParameters,
  known: readonly string[],
  signing: readonly string[] = [],
): void {
  for (const name of parameters.names()) {
    if (ENVELOPE.has(name) || known.includes(name) || signing.includes(name) || name.startsWith('X-Amz-')) continue;
    throw new ApiError(
      'UnknownParameter',
      `The local cloud does not serve the parameter ${name} of ${parameters.value('Action')}; it takes ${list(known)}.`,
    );
  }
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}
