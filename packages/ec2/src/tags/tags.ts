import type { Tag } from '@aws-sdk/client-ec2';

/**
 * Tags by key: a frozen object without a prototype. So a tag called `__proto__` or `constructor` is a tag like any other, the
 * tags print and serialise as what they are, and those of one resource may be given to another that is made.
 *
 * @example
 * ```ts
 * const name = volume.tags['Name'] ?? volume.id;
 * const copy = await volume.createSnapshot('nightly', { tags: { ...volume.tags, Purpose: 'backup' } });
 * ```
 */
export type Tags = Readonly<Record<string, string | undefined>>;

/** The tags that an answer has. */
export function tagsOf(list: readonly Tag[] | undefined): Tags {
  const tags: Record<string, string | undefined> = Object.create(null);
  for (const { Key, Value = '' } of list ?? []) if (Key !== undefined) tags[Key] = Value;
  return Object.freeze(tags);
}
