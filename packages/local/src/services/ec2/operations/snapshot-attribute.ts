import { ApiError } from '../../../wire/api-error.js';
import { required } from '../../query/read-parameters.js';
import type { Ec2Call } from '../ec2-call.js';

/** The attributes of a snapshot. */
export type SnapshotAttribute = 'createVolumePermission' | 'productCodes';

/** Reads `Attribute`. Throws {@link ApiError} when it names none. */
export function readAttribute({ parameters }: Ec2Call): SnapshotAttribute {
  const name = required(parameters, 'Attribute');
  if (name === 'createVolumePermission' || name === 'productCodes') return name;
  throw new ApiError('InvalidParameterValue', `Value (${name}) for parameter attribute is invalid. Unknown attribute.`);
}

/** Product codes come with what a marketplace sells: they can be read and nothing else. */
export function refuseProductCodes(attribute: SnapshotAttribute): void {
  if (attribute === 'createVolumePermission') return;
  throw new ApiError('InvalidParameterValue', 'Only the attribute createVolumePermission can be modified.');
}
