import type { StaticListSchema, StaticOperationSchema, StaticStructureSchema } from '@smithy/types';
import { dataNamespace as ns } from './namespaces.js';

// The SDK's numbers for types: 0 a string, 1 a number, 2 a boolean. A structure is [3, namespace, name, traits, member names,
// their schemas, how many are required]; a list [1, …, its element]; an operation [9, …, input, output].

const flat = (xmlName: string) => ({ xmlFlattened: 1 as const, xmlName });
const structure = (name: string, members: string[], schemas: StaticStructureSchema[5], required = 0) =>
  [3, ns, name, 0, members, schemas, required] satisfies StaticStructureSchema;
const listOf = (element: StaticStructureSchema) =>
  [1, ns, `${element[2]}List`, 0, () => element] satisfies StaticListSchema;
const strings = [1, ns, 'StringList', 0, 0] satisfies StaticListSchema;

const attribute = structure('Attribute', ['Name', 'Value'], [0, 0], 2);
const replaceable = structure('ReplaceableAttribute', ['Name', 'Value', 'Replace'], [0, 0, 2], 2);
const attributes = [() => listOf(attribute), flat('Attribute')] as const;
const replaceables = [() => listOf(replaceable), flat('Attribute')] as const;
const condition = structure('UpdateCondition', ['Name', 'Value', 'Exists'], [0, 0, 2]);
const itemName = [0, { xmlName: 'ItemName' }] as const;

const item = structure('Item', ['Name', 'Attributes'], [0, [...attributes]], 2);
const putItem = structure('ReplaceableItem', ['Name', 'Attributes'], [[...itemName], [...replaceables]], 2);
const deleteItem = structure('DeletableItem', ['Name', 'Attributes'], [[...itemName], [...attributes]], 1);

/** The operations of 2009, on domains and what is in them. */
export type DataOperation =
  | 'CreateDomain'
  | 'DeleteDomain'
  | 'ListDomains'
  | 'DomainMetadata'
  | 'PutAttributes'
  | 'GetAttributes'
  | 'DeleteAttributes'
  | 'BatchPutAttributes'
  | 'BatchDeleteAttributes'
  | 'Select';

type Shape = readonly [members: string[], schemas: StaticStructureSchema[5], required?: number];

function operation(name: string, input: Shape, output: Shape = [[], []]): StaticOperationSchema {
  const request = structure(`${name}Request`, ...input);
  const result = structure(`${name}Result`, ...output);
  return [9, ns, name, 0, () => request, () => result];
}

const counts = ['ItemCount', 'ItemNamesSizeBytes', 'AttributeNameCount', 'AttributeNamesSizeBytes'];
const moreCounts = ['AttributeValueCount', 'AttributeValuesSizeBytes', 'Timestamp'];

/**
 * The data operations, as the SDK's runtime reads them.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_Operations.html
 */
export const dataSchemas: Readonly<Record<DataOperation, StaticOperationSchema>> = {
  CreateDomain: operation('CreateDomain', [['DomainName'], [0], 1]),
  DeleteDomain: operation('DeleteDomain', [['DomainName'], [0], 1]),
  ListDomains: operation(
    'ListDomains',
    [
      ['MaxNumberOfDomains', 'NextToken'],
      [1, 0],
    ],
    [
      ['DomainNames', 'NextToken'],
      [[() => strings, flat('DomainName')], 0],
    ],
  ),
  DomainMetadata: operation(
    'DomainMetadata',
    [['DomainName'], [0], 1],
    [
      [...counts, ...moreCounts],
      [1, 1, 1, 1, 1, 1, 1],
    ],
  ),
  PutAttributes: operation('PutAttributes', [
    ['DomainName', 'ItemName', 'Attributes', 'Expected'],
    [0, 0, [...replaceables], () => condition],
    3,
  ]),
  GetAttributes: operation(
    'GetAttributes',
    [
      ['DomainName', 'ItemName', 'AttributeNames', 'ConsistentRead'],
      [0, 0, [() => strings, flat('AttributeName')], 2],
      2,
    ],
    [['Attributes'], [[...attributes]]],
  ),
  DeleteAttributes: operation('DeleteAttributes', [
    ['DomainName', 'ItemName', 'Attributes', 'Expected'],
    [0, 0, [...attributes], () => condition],
    2,
  ]),
  BatchPutAttributes: operation('BatchPutAttributes', [
    ['DomainName', 'Items'],
    [0, [() => listOf(putItem), flat('Item')]],
    2,
  ]),
  BatchDeleteAttributes: operation('BatchDeleteAttributes', [
    ['DomainName', 'Items'],
    [0, [() => listOf(deleteItem), flat('Item')]],
    2,
  ]),
  Select: operation(
    'Select',
    [['SelectExpression', 'NextToken', 'ConsistentRead'], [0, 0, 2], 1],
    [
      ['Items', 'NextToken'],
      [[() => listOf(item), flat('Item')], 0],
    ],
  ),
};
