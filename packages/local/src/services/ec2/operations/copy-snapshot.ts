import { ApiError } from '../../../wire/api-error.js';
import { flag, required } from '../../query/read-parameters.js';
import type { Ec2Call } from '../ec2-call.js';
import { type Snapshot, snapshotStatus } from '../estate/snapshot.js';
import { renderTags } from '../render/render-tags.js';
import { defaultKey, isDefaultKey, namedKey } from './default-key.js';
import { makeSnapshot } from './make-snapshot.js';
import type { Ec2Operation } from './operation.js';
import { visibleSnapshot } from './owned.js';
import { specifiedTags } from './tag-rules.js';

/** What EC2 names as the volume of a copy. */
const NO_VOLUME = 'vol-ffffffff';

const PARAMETERS = [
  ...['SourceRegion', 'SourceSnapshotId', 'Description', 'Encrypted', 'KmsKeyId', 'TagSpecification'],
  ...['DestinationRegion', 'PresignedUrl'],
];

/** Copies a snapshot that the caller may use into the region that is called. */
export const copySnapshot: Ec2Operation = {
  name: 'CopySnapshot',
  parameters: PARAMETERS,
  run(call) {
    const source = findSource(call);
    const tags = specifiedTags(call.parameters, 'snapshot');
    const copy = makeSnapshot(call, {
      volumeId: NO_VOLUME,
      volumeSize: source.volumeSize,
      description: call.parameters.value('Description') ?? '',
      kmsKeyId: keyOfCopy(call, source),
    });
    call.estate.tags.set(call.account.id, copy.id, tags);
    return (xml) => {
      xml.leaf('snapshotId', copy.id);
      renderTags(xml, tags, 'made');
    };
  },
};

function findSource(call: Ec2Call): Snapshot {
  const region = required(call.parameters, 'SourceRegion');
  const id = required(call.parameters, 'SourceSnapshotId');
  const known = call.regions.find(({ name }) => name === region);
  if (!known || known.optIn === 'not-opted-in') {
    throw new ApiError(
      'InvalidParameterValue',
      `Value (${region}) for parameter sourceRegion is invalid. The account cannot use that region.`,
    );
  }
  const source = visibleSnapshot({ account: call.account, estate: call.estateOf(region) }, id);
  if (snapshotStatus(source, call.now) === 'completed') return source;
  throw new ApiError('IncorrectState', `The snapshot '${id}' is pending: only a completed one can be copied.`);
}

/** A copy of what is encrypted stays so, under a key of its new region: keys do not leave theirs. */
function keyOfCopy(call: Ec2Call, source: Snapshot): string | undefined {
  const key = call.parameters.value('KmsKeyId') || undefined;
  const encrypted = flag(call.parameters, 'Encrypted') ?? false;
  if (key !== undefined && !encrypted && source.kmsKeyId === undefined) {
    throw new ApiError(
      'InvalidParameterDependency',
      'The parameter KmsKeyId requires the parameter Encrypted to be set.',
    );
  }
  if (source.kmsKeyId !== undefined && source.ownerId !== call.account.id && isDefaultKey(source.kmsKeyId)) {
    throw new ApiError('InvalidParameterValue', `Not authorized to use the key of snapshot '${source.id}'.`);
  }
  if (key !== undefined) return namedKey(key, call);
  return encrypted || source.kmsKeyId !== undefined ? defaultKey(call) : undefined;
}
