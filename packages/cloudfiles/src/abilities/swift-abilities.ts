import { type ExtractedArchive, type ExtractOptions, extractArchive } from '../archives/extract-archive.js';
import type { RequestOptions } from '../calls/request-options.js';
import { Cdn } from '../cdn/cdn.js';
import type { Acl } from '../containers/acl.js';
import { updateContainer } from '../containers/create-container.js';
import { type DeleteManyOptions, type DeleteOutcome, deleteWithin } from '../deleting/delete-many.js';
import { type ReversedOptions, type ReversedRow, reversedRows } from '../listing/reversed.js';
import { type ObjectVersion, objectVersions, type VersionsOptions } from '../listing/versions.js';
import { expireObject } from '../objects/object-metadata.js';
import { type SignedPost, type SignedPostOptions, signedPost } from '../signed/signed-post.js';
import { type SignedUrlOptions, signedUrl } from '../signed/signed-url.js';
import type { Body } from '../wire/connections.js';
import type { Region } from '../wire/region.js';

type Names = Iterable<string> | AsyncIterable<string>;

/** What stands for each ability that a container has or may have. */
export interface SwiftAbilities {
  readonly containerAcl: (
    acl: { readonly read?: Acl; readonly write?: Acl },
    options?: RequestOptions,
  ) => Promise<void>;
  readonly bulkDelete: (names: Names, options?: DeleteManyOptions) => AsyncGenerator<DeleteOutcome, void, undefined>;
  /** It has its name, so that a container that was not asked yet is not taken for one that keeps them. */
  readonly versions: ((options?: VersionsOptions) => AsyncGenerator<ObjectVersion, void, undefined>) & {
    readonly name: 'versions';
  };
  readonly reverseList: (options?: ReversedOptions) => AsyncGenerator<ReversedRow, void, undefined>;
  /** Reads the object's attributes first, since Swift would take them away. */
  readonly expireAt: (name: string, at: Date, options?: RequestOptions) => Promise<void>;
  readonly cdn: Cdn;
  readonly extractArchive: (archive: Body, options: ExtractOptions) => Promise<ExtractedArchive>;
  readonly signedUrl: (name: string, options: SignedUrlOptions) => Promise<string>;
  readonly signedPost: (options: SignedPostOptions) => Promise<SignedPost>;
}

/** How each is made. */
export const abilities: {
  readonly [A in keyof SwiftAbilities]: (region: Region, container: string) => SwiftAbilities[A];
} = {
  containerAcl:
    (region, container) =>
    (acl, options = {}) =>
      updateContainer(region, container, { ...acl, ...options }),
  bulkDelete:
    (region, container) =>
    (names, options = {}) =>
      deleteWithin(region, container, names, options),
  versions: (region, container) => {
    const versions = (options: VersionsOptions = {}) => objectVersions(region, container, options);
    return versions as SwiftAbilities['versions'];
  },
  reverseList:
    (region, container) =>
    (options = {}) =>
      reversedRows(region, container, options),
  expireAt:
    (region, container) =>
    (name, at, options = {}) =>
      expireObject({ region, container, name }, at, options),
  cdn: (region) => new Cdn(region),
  extractArchive: (region, container) => (archive, options) => extractArchive(region, container, archive, options),
  signedUrl: (region, container) => (name, options) => signedUrl({ region, container, name }, options),
  signedPost: (region, container) => (options) => signedPost(region, container, options),
};
