import { ApiError } from '../../../wire/api-error.js';
import { missing } from '../../query/read-parameters.js';
import type { Ec2Call } from '../ec2-call.js';
import { type Image, imageState } from '../estate/image.js';
import { checkEncryption } from './image-encryption.js';
import type { Ec2Operation } from './operation.js';
import { ownImage } from './owned.js';
import { applyChanges, type PermissionForm, readPermissionChanges } from './permission-changes.js';

const form: PermissionForm = {
  structure: 'LaunchPermission',
  limit: Number.POSITIVE_INFINITY,
  invalid: ({ kind, value }) =>
    new ApiError('InvalidAMIAttributeItemValue', `Invalid attribute item value "${value}" for ${kind} item type.`),
};

const PARAMETERS = [
  ...['ImageId', 'Attribute', 'Value', 'Description', 'ImdsSupport', 'LaunchPermission', 'OperationType'],
  ...['UserId', 'UserGroup', 'OrganizationArn', 'OrganizationalUnitArn'],
];

/** What changes each attribute. */
const changes: ReadonlyMap<string, (call: Ec2Call, image: Image) => void> = new Map([
  ['launchPermission', changePermissions],
  ['description', changeDescription],
  ['imdsSupport', changeImdsSupport],
]);

/** Shares one of the caller's images or ends its sharing, or changes another attribute: one in a call. */
export const modifyImageAttribute: Ec2Operation = {
  name: 'ModifyImageAttribute',
  parameters: PARAMETERS,
  run(call) {
    const change = changes.get(attributeOf(call));
    if (!change) throw new ApiError('InvalidParameterValue', 'That attribute cannot be modified.');
    const image = ownImage(call);
    if (imageState(image, call.now) === 'pending')
      throw new ApiError('InvalidAMIID.Unavailable', `The image ID '${image.id}' is not available`);
    change(call, image);
    return (xml) => xml.leaf('return', true);
  },
};

/** The one attribute that is named, by `Attribute` or by the parameter of its own. */
function attributeOf({ parameters }: Ec2Call): string {
  const given = parameters.names();
  const named = new Set([
    ...[parameters.value('Attribute')].filter((name) => name !== undefined),
    ...(given.includes('LaunchPermission') || given.includes('OperationType') ? ['launchPermission'] : []),
    ...(given.includes('Description') ? ['description'] : []),
    ...(given.includes('ImdsSupport') ? ['imdsSupport'] : []),
  ]);
  const [attribute, ...more] = named;
  if (attribute === undefined) throw missing('Attribute');
  if (more.length === 0) return attribute;
  throw new ApiError('InvalidParameterCombination', 'Only one attribute can be modified in a call.');
}

function changePermissions(call: Ec2Call, image: Image): void {
  const read = readPermissionChanges(call.parameters, form);
  if (read.operation === 'add') checkEncryption(call, image, read.grantees);
  applyChanges(image.grants, read);
}

function changeDescription(call: Ec2Call, image: Image): void {
  image.description = readValue(call, 'Description');
}

function changeImdsSupport(call: Ec2Call, image: Image): void {
  const value = readValue(call, 'ImdsSupport');
  if (value !== 'v2.0') throw new ApiError('InvalidParameterValue', `Value (${value}) for imdsSupport is invalid.`);
  image.imdsSupport = value;
}

function readValue({ parameters }: Ec2Call, parameter: string): string {
  const value = parameters.struct(parameter).value('Value') ?? parameters.value('Value');
  if (value === undefined) throw missing('Value');
  return value;
}
