import { OptionError } from '@proj/core';
import type { Destination } from '../batches/write-batches.js';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, readOptionNames } from '../calls/request-options.js';
import { checkName } from '../query/check-text.js';
import { type Attributes, attributesOf } from './attributes.js';
import type { GetOptions } from './domain-options.js';

/**
 * Reads an item. One that is not there and one without the attributes asked for look alike on the wire.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_GetAttributes.html
 */
export async function getItem(
  home: Destination,
  name: string,
  names: readonly string[] | undefined,
  options: GetOptions,
): Promise<Attributes | undefined> {
  const call = 'get(name, names, options)';
  checkNames(call, options, ['tellMissing', ...readOptionNames]);
  checkName('item', name);
  if (names !== undefined) checkAttributeNames(call, names);
  const attributes = await ask(home, name, names, options);
  if (Object.keys(attributes).length > 0) return attributes;
  if (names === undefined) return undefined;
  if (options.tellMissing !== true) return attributes;
  const whole = await ask(home, name, undefined, options);
  return Object.keys(whole).length > 0 ? attributes : undefined;
}

async function ask(
  { place, domain: DomainName }: Destination,
  ItemName: string,
  names: readonly string[] | undefined,
  options: GetOptions,
): Promise<Attributes> {
  const input = {
    ...{ DomainName, ItemName },
    ...(names && { AttributeNames: [...names] }),
    ...(options.consistent === true && { ConsistentRead: true }),
  };
  const work = place.call('getAttributes', (client) => client.getAttributes(input), callOptionsOf(options));
  return attributesOf((await work).Attributes);
}

function checkAttributeNames(call: string, names: unknown): void {
  if (!Array.isArray(names) || names.length === 0) {
    throw new OptionError(`${call}: names are a list with at least one; leave it out to read all attributes`);
  }
  for (const name of Array.from(names)) checkName('attribute', name);
}
