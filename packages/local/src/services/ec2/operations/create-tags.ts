import { ApiError } from '../../../wire/api-error.js';
import { missing } from '../../query/read-parameters.js';
import type { Ec2Call } from '../ec2-call.js';
import type { Ec2Operation } from './operation.js';
import { checkCount, readTags } from './tag-rules.js';
import { checkTaggable } from './taggable.js';

const MAX_RESOURCES = 1000;

/** Puts tags on resources: on all of them, or, when one cannot be, on none. */
export const createTags: Ec2Operation = {
  name: 'CreateTags',
  parameters: ['ResourceId', 'Tag'],
  run(call) {
    const { estate, account } = call;
    const resources = readResources(call);
    const tags = readTags(call.parameters);
    if (tags.size === 0) throw missing('Tag');
    for (const id of resources) checkCount(new Set([...estate.tags.of(account.id, id).keys(), ...tags.keys()]).size);
    for (const id of resources) estate.tags.set(account.id, id, tags);
    return (xml) => xml.leaf('return', true);
  },
};

/** The resources that a call is about, each of which must be there. */
export function readResources(call: Ec2Call): readonly string[] {
  const resources = call.parameters.list('ResourceId');
  if (resources.length === 0) throw missing('ResourceId');
  if (resources.length > MAX_RESOURCES)
    throw new ApiError('InvalidParameterValue', `A call may name ${MAX_RESOURCES} resources.`);
  for (const id of resources) checkTaggable(call, id);
  return resources;
}
