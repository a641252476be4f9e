import { type SwiftFacts, swiftFacts } from './swift-facts.js';

/** A type with some members of another in place of its own. */
type Override<T, U> = Omit<T, keyof U> & U;

interface Rackspace {
  readonly kind: 'Cloud Files';
  readonly has: Override<
    SwiftFacts['has'],
    {
      readonly bulkDelete: 'yes';
      readonly versions: 'no';
      readonly reverseList: 'no';
      readonly cdn: 'yes';
      readonly extractArchive: 'yes';
      readonly signedUrl: 'yes';
      readonly signedPost: 'yes';
    }
  >;
}

/** What is true of Rackspace Cloud Files, as the compiler reads it. */
export interface CloudFilesFacts extends Override<SwiftFacts, Rackspace> {}

/**
 * What is true of Rackspace Cloud Files, as its documentation said in 2024: a CDN, but neither listings backwards nor versions with names.
 *
 * @see https://docs-ospc.rackspace.com/cloud-files/v1
 * @example
 * ```ts
 * cloudFilesFacts.has.cdn; // 'yes'
 * ```
 */
export const cloudFilesFacts: CloudFilesFacts = {
  ...swiftFacts,
  kind: 'Cloud Files',
  has: {
    ...swiftFacts.has,
    bulkDelete: 'yes',
    versions: 'no',
    reverseList: 'no',
    cdn: 'yes',
    extractArchive: 'yes',
    signedUrl: 'yes',
    signedPost: 'yes',
  },
};
