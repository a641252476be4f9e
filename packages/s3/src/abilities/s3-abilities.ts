import type { AccessRights } from '../access/access-rights.js';
import { bucketRights, type CannedBucketAcl } from '../access/bucket-rights.js';
import { ObjectAcls } from '../access/object-acls.js';
import type { BucketHome } from '../calls/bucket-home.js';
import type { RequestOptions } from '../calls/request-options.js';
import { type DeleteManyOptions, type DeleteOutcome, deleteMany, type KeyVersion } from '../listing/delete-many.js';
import { type ObjectVersion, objectVersions, type VersionsOptions } from '../listing/versions.js';
import { putObject, type WrittenObject } from '../objects/put-object.js';
import type { WriteOptions } from '../objects/write-options.js';
import { readSetting } from '../settings/setting.js';
import type { Tags } from '../settings/tag-set.js';
import { tagsSetting } from '../settings/tags.js';
import { type SignedPost, type SignedPostOptions, signedPost } from '../signed/signed-post.js';
import { type SignedRequest, type SignedUrlOptions, signedUrl } from '../signed/signed-url.js';

type Keys = Iterable<string | KeyVersion> | AsyncIterable<string | KeyVersion>;

/** Lists versions, as `Bucket.versions` does. It has its name, so that a bucket that was not asked yet is not taken for one that keeps them. */
export type VersionsAbility = ((options?: VersionsOptions) => AsyncGenerator<ObjectVersion, void, undefined>) & {
  readonly name: 'versions';
};

/** What stands for each ability that a bucket has or may have. */
export interface S3Abilities {
  readonly objectAcl: ObjectAcls;
  readonly containerAcl: AccessRights<CannedBucketAcl>;
  readonly versions: VersionsAbility;
  readonly bulkDelete: (keys: Keys, options?: DeleteManyOptions) => AsyncGenerator<DeleteOutcome, void, undefined>;
  readonly signedUrl: (key: string, options?: SignedUrlOptions) => Promise<SignedRequest>;
  readonly signedPost: (options: SignedPostOptions) => Promise<SignedPost>;
  readonly compareAndSwap: (
    key: string,
    body: string | Uint8Array,
    options: WriteOptions & ({ readonly ifMatch: string } | { readonly ifNoneMatch: '*' }),
  ) => Promise<WrittenObject>;
  readonly tags: (options?: RequestOptions) => Promise<Tags | undefined>;
}

/** How each is made. */
export const abilities: { readonly [A in keyof S3Abilities]: (home: BucketHome) => S3Abilities[A] } = {
  objectAcl: (home) => new ObjectAcls(home),
  containerAcl: bucketRights,
  versions: (home) => {
    const versions = (options: VersionsOptions = {}) => objectVersions(home, options);
    return versions as VersionsAbility;
  },
  bulkDelete:
    (home) =>
    (keys, options = {}) =>
      deleteMany(home, keys, options),
  signedUrl:
    (home) =>
    (key, options = {}) =>
      signedUrl(home, key, options),
  signedPost: (home) => (options) => signedPost(home, options),
  compareAndSwap: (home) => (key, body, options) => putObject(home, key, body, options),
  tags:
    (home) =>
    (options = {}) =>
      readSetting(home, tagsSetting, options),
};
