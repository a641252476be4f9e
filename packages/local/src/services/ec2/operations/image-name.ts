import { ApiError } from '../../../wire/api-error.js';
import { required } from '../../query/read-parameters.js';
import type { Ec2Call } from '../ec2-call.js';

/** Reads `Name`. Throws {@link ApiError} for one that cannot be one, or that another image of the account has. */
export function readImageName({ parameters, estate, account }: Ec2Call): string {
  const name = required(parameters, 'Name');
  if (!/^[\w ().@'/[\]-]{3,128}$/.test(name)) {
    throw new ApiError(
      'InvalidAMIName.Malformed',
      "AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '.', '-', '/' and '_'",
    );
  }
  for (const { resource } of estate.images.placed()) {
    if (resource.ownerId !== account.id || resource.name !== name) continue;
    throw new ApiError('InvalidAMIName.Duplicate', `AMI name ${name} is already in use by AMI ${resource.id}`);
  }
  return name;
}
