import { ApiError } from '../../../wire/api-error.js';
import { required } from '../../query/read-parameters.js';
import type { Ec2Operation } from './operation.js';
import { ownImage } from './owned.js';

/** Makes one of the caller's images private again. */
export const resetImageAttribute: Ec2Operation = {
  name: 'ResetImageAttribute',
  parameters: ['ImageId', 'Attribute'],
  run(call) {
    if (required(call.parameters, 'Attribute') !== 'launchPermission')
      throw new ApiError('InvalidParameterValue', 'Only the attribute launchPermission can be reset.');
    ownImage(call).grants.clear();
    return (xml) => xml.leaf('return', true);
  },
};
