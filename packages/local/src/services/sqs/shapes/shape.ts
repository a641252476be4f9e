import { ApiError } from '../../../wire/api-error.js';
import type { QueryParameters } from '../../../wire/query-parameters.js';
import type { XmlWriter } from '../../../wire/xml-writer.js';

/** What a value is, in JSON and in the older protocol of parameters and XML. */
export interface Shape<T> {
  /** The name in parameters and XML, where it is not the member's. */
  readonly queryName?: string | undefined;
  /** The members of a structure. */
  readonly members?: ReadonlySet<string> | undefined;
  /** Throws {@link ApiError} for what is none. */
  fromJson(value: unknown, path: string): T;
  /** `undefined` when no parameter says anything of it. */
  fromQuery(parameters: QueryParameters, path: string): T | undefined;
  toXml(xml: XmlWriter, name: string, value: T): void;
}

/** The error for a value of another kind. */
export function notOfKind(path: string, kind: string): ApiError {
  return new ApiError('SerializationException', `${path} must be ${kind}.`);
}

/** The error for a member that must be there. */
export function missing(path: string): ApiError {
  return new ApiError('MissingParameter', `The request must contain the parameter ${path}.`);
}
