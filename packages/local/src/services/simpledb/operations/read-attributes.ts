import { ApiError } from '../../../wire/api-error.js';
import type { QueryParameters } from '../../../wire/query-parameters.js';
import { flag, missing } from '../../query/read-parameters.js';
import { checkText, limits } from '../store/limits.js';

/** An attribute as a request names it. */
export interface GivenAttribute {
  readonly name: string;
  readonly value: string | undefined;
  readonly replace: boolean;
}

/** The attributes `Attribute.N.…`; indexes begin anywhere and may have gaps. Throws {@link ApiError}. */
export function readAttributes(parameters: QueryParameters): readonly GivenAttribute[] {
  const given = parameters.structs('Attribute');
  if (given.length > limits.submittedAttributes) {
    throw new ApiError('NumberSubmittedAttributesExceeded', 'Too many attributes in a single call.', 409);
  }
  return given.map((attribute) => {
    const name = attribute.value('Name');
    if (name === undefined) throw missing('Attribute.Name');
    const value = attribute.value('Value');
    return {
      name: checkText('Name', name, 1),
      value: value === undefined ? undefined : checkText('Value', value, 0),
      replace: flag(attribute, 'Replace') ?? false,
    };
  });
}

/** Attributes to be put: there must be some, and each must have a value. */
export function readPuts(parameters: QueryParameters): readonly (GivenAttribute & { readonly value: string })[] {
  const given = readAttributes(parameters);
  if (given.length === 0) throw missing('Attribute.Name');
  return given.map((attribute) => {
    if (attribute.value === undefined) throw missing('Attribute.Value');
    return { ...attribute, value: attribute.value };
  });
}

/** The name of an item. */
export function readItemName(parameters: QueryParameters): string {
  const name = parameters.value('ItemName');
  if (name === undefined) throw missing('ItemName');
  return checkText('ItemName', name, 1);
}

/** The items of a batch: at most 25, none twice. Throws {@link ApiError}. */
export function readItems(
  parameters: QueryParameters,
): readonly { readonly name: string; readonly parameters: QueryParameters }[] {
  const given = parameters.structs('Item');
  if (given.length === 0) throw missing('Item.ItemName');
  if (given.length > limits.submittedItems) {
    throw new ApiError(
      'NumberSubmittedItemsExceeded',
      'Too many items in a single call. Up to 25 items per call allowed.',
      409,
    );
  }
  const names = new Set<string>();
  return given.map((item) => {
    const name = readItemName(item);
    if (names.has(name)) {
      throw new ApiError('DuplicateItemName', `Item ${name} was specified more than once.`);
    }
    names.add(name);
    return { name, parameters: item };
  });
}
