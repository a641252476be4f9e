import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import type { Home } from '../resources/home.js';
import { copyableTags, tagSpecifications } from '../tags/tag-specifications.js';
import type { Tags } from '../tags/tags.js';
import { Snapshot } from './snapshot.js';

/**
 * A snapshot that is to be made.
 *
 * @example
 * ```ts
 * await volume.createSnapshot('nightly', { copyTags: true, tags: { Purpose: 'backup' } });
 * ```
 */
export interface CreateSnapshotOptions extends RequestOptions {
  /** @defaultValue no tags */
  readonly tags?: Tags | undefined;
  /** Whether it gets the volume's tags too, as this object has them; `tags` come first. @defaultValue false */
  readonly copyTags?: boolean | undefined;
}

const names = ['tags', 'copyTags', ...requestOptionNames];

/** Begins a snapshot of a volume. */
export async function createSnapshot(
  home: Home,
  volume: { readonly id: string; readonly tags: Tags },
  description: string,
  options: CreateSnapshotOptions,
): Promise<Snapshot> {
  const call = `createSnapshot(description) of ${volume.id}`;
  checkNames(call, options, names);
  if (typeof description !== 'string') throw new OptionError(`${call}: the description is a text`);
  const copied = options.copyTags === true ? copyableTags(volume.tags) : {};
  const input = {
    VolumeId: volume.id,
    Description: description,
    TagSpecifications: tagSpecifications(call, 'snapshot', { ...copied, ...options.tags }),
  };
  const { $metadata: _, ...raw } = await home.place.call(
    'createSnapshot',
    (ec2) => ec2.createSnapshot(input),
    callOptionsOf(options),
  );
  return new Snapshot(home, raw);
}
