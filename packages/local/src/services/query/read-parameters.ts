import { ApiError } from '../../wire/api-error.js';
import type { QueryParameters } from '../../wire/query-parameters.js';

/** A parameter that must be there. */
export function required(parameters: QueryParameters, name: string): string {
  const value = parameters.value(name);
  if (value) return value;
  throw missing(name);
}

/** The error for a parameter that is not there. */
export function missing(name: string): ApiError {
  return new ApiError('MissingParameter', `The request must contain the parameter ${name}`);
}

/** A whole number, when given. */
export function integer(parameters: QueryParameters, name: string): number | undefined {
  const value = parameters.value(name);
  if (value === undefined) return undefined;
  if (/^-?\d{1,10}$/.test(value)) return Number(value);
  throw new ApiError(
    'InvalidParameterValue',
    `Value (${value}) for parameter ${name} is invalid. It must be an integer.`,
  );
}

/** `true` or `false`, when given. */
export function flag(parameters: QueryParameters, name: string): boolean | undefined {
  const value = parameters.value(name)?.toLowerCase();
  if (value === undefined) return undefined;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new ApiError(
    'InvalidParameterValue',
    `Value (${value}) for parameter ${name} is invalid. It must be true or false.`,
  );
}
