import { ApiError } from '../../../wire/api-error.js';
import type { QueryParameters } from '../../../wire/query-parameters.js';
import { flag } from '../../query/read-parameters.js';
import type { Attributes } from '../store/item.js';
import { checkText } from '../store/limits.js';

/** What must be so for a write to be done. */
type Condition = { readonly name: string; readonly value: string } | { readonly name: string; readonly absent: true };

/**
 * Holds an item against the condition of a call, `Expected.Name` or `Expected.1.Name`. Throws {@link ApiError} when it is not met.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/ConditionalPut.html
 */
export function checkCondition(parameters: QueryParameters, attributes: Attributes | undefined): void {
  const condition = readCondition(parameters);
  if (!condition) return;
  const { name } = condition;
  const values = attributes?.get(name);
  if ('absent' in condition) {
    if (values) throw failed(`Conditional check failed. Attribute (${name}) value exists`);
    return;
  }
  if (!values) throw new ApiError('AttributeDoesNotExist', `Attribute (${name}) does not exist`, 404);
  if (values.length > 1) {
    throw new ApiError(
      'MultiValuedAttribute',
      `Attribute (${name}) is multi-valued. Conditional check can only be performed on a single-valued attribute`,
      409,
    );
  }
  if (values[0] !== condition.value) {
    throw failed(
      `Conditional check failed. Attribute (${name}) value is (${values[0]}) but was expected (${condition.value})`,
    );
  }
}

function failed(message: string): ApiError {
  return new ApiError('ConditionalCheckFailed', message, 409);
}

function readCondition(parameters: QueryParameters): Condition | undefined {
  const expected = parameters.struct('Expected');
  if (expected.names().length === 0) return undefined;
  const all = [expected, ...parameters.structs('Expected')].filter((one) => one.entries().length > 0);
  const name = only(all, 'Name', 'MultipleExpectedNames');
  const value = only(all, 'Value', 'MultipleExpectedValues');
  const exists = flag(oneWith(all, 'Exists', 'MultipleExistsConditions'), 'Exists');
  if (name === undefined)
    throw incomplete('If Expected.Exists or Expected.Value is given, then Expected.Name must be given');
  checkText('Expected.Name', name, 1);
  if (exists === false) {
    if (value !== undefined)
      throw new ApiError(
        'ExistsAndExpectedValue',
        'Expected.Exists=false and Expected.Value cannot be specified together',
      );
    return { name, absent: true };
  }
  if (value === undefined)
    throw incomplete('If Expected.Exists=true or unspecified, then Expected.Value has to be specified');
  return { name, value: checkText('Expected.Value', value, 0) };
}

function incomplete(message: string): ApiError {
  return new ApiError('IncompleteExpectedExpression', message);
}

function oneWith(all: readonly QueryParameters[], part: string, code: string): QueryParameters {
  const given = all.filter((one) => one.value(part) !== undefined);
  if (given.length > 1) throw new ApiError(code, `Only one Expected.${part} can be specified`);
  return given[0] ?? (all[0] as QueryParameters);
}

function only(all: readonly QueryParameters[], part: string, code: string): string | undefined {
  return oneWith(all, part, code).value(part);
}
