import type { Facts } from '../facts/facts.js';
import type { Attachment } from './attachment.js';

/** Something that the destination of a copy does not hold. */
export interface Loss {
  readonly what: Attachment;
  /** A sentence. */
  readonly why: string;
}

const sentences: { readonly [A in Attachment]: (from: string, to: string) => string } = {
  acl: (from, to) => `${to} has no rights of single objects as ${from} has`,
  storageClass: (_from, to) => `${to} has no storage classes of single objects`,
  versions: (_from, to) => `only what is there now is copied: ${to} keeps no versions`,
  checksum: (from, to) => `${to} does not keep the checksums that ${from} keeps beside the MD5`,
  tags: (_from, to) => `${to} has no tags`,
  expiry: (_from, to) => `${to} deletes no single object at a time of its own`,
  manifest: (from, to) => `the parts of a large object are joined anew: ${to} has no manifest like that of ${from}`,
  metadataCase: (_from, to) => `${to} does not keep the case of letters in the names of metadata`,
  metadataUnderscore: (_from, to) => `${to} makes an underscore in the name of metadata a hyphen`,
};

/**
 * What a copy from one kind of store to another can lose, by what the two keep.
 *
 * @example
 * ```ts
 * lossesBetween(s3Facts, swiftFacts).map(({ what }) => what); // ['acl', 'storageClass', 'tags', …]
 * ```
 */
export function lossesBetween(from: Facts, to: Facts): readonly Loss[] {
  return (Object.keys(sentences) as Attachment[])
    .filter((what) => from.keeps[what] === 'yes' && to.keeps[what] === 'no')
    .map((what) => ({ what, why: sentences[what](from.kind, to.kind) }));
}
