import { ApiError } from '../../../wire/api-error.js';
import type { Ec2Call } from '../ec2-call.js';
import { maySee, type SharedResource } from '../estate/shared-resource.js';
import {
  findOne,
  type IdWords,
  imageWords,
  instanceWords,
  snapshotWords,
  volumeWords,
  vpcWords,
} from './resource-ids.js';

interface Kind {
  readonly words: IdWords;
  /** EC2's name for it. */
  readonly type: string;
  readonly exists: (call: Ec2Call, id: string) => boolean;
}

const kinds: readonly Kind[] = [
  {
    words: volumeWords,
    type: 'volume',
    exists: ({ estate, account }, id) => estate.volumes.get(id)?.ownerId === account.id,
  },
  {
    words: instanceWords,
    type: 'instance',
    exists: ({ estate, account }, id) => estate.instances.get(id)?.ownerId === account.id,
  },
  { words: vpcWords, type: 'vpc', exists: ({ estate, account }, id) => estate.vpcs.get(id)?.ownerId === account.id },
  {
    words: snapshotWords,
    type: 'snapshot',
    exists: ({ estate, account }, id) => isSeen(estate.snapshots.get(id), account.id),
  },
  { words: imageWords, type: 'image', exists: ({ estate, account }, id) => isSeen(estate.images.get(id), account.id) },
];

/** What another account shares can be tagged too, as far as one sees it: the tags are the caller's own. */
function isSeen(resource: SharedResource | undefined, account: string): boolean {
  return resource !== undefined && maySee(resource, account);
}

/** Throws {@link ApiError} when the id names nothing that the caller can tag. */
export function checkTaggable(call: Ec2Call, id: string): void {
  const kind = kindOf(id);
  if (!kind) throw new ApiError('InvalidID', `The ID '${id}' is not valid`);
  findOne(id, kind.words, () => kind.exists(call, id) || undefined);
}

/** EC2's name for the kind of resource that has this id. */
export function resourceType(id: string): string {
  return kindOf(id)?.type ?? '';
}

function kindOf(id: string): Kind | undefined {
  return kinds.find(({ words }) => id.startsWith(`${words.prefix}-`));
}
