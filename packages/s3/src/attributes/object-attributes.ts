import type { StorageClass } from '@aws-sdk/client-s3';
import { hasAbility, requireAbility } from '../abilities/has-ability.js';
import { ObjectAcls, type ObjectRights, type VersionOptions } from '../access/object-acls.js';
import type { BucketHome } from '../calls/bucket-home.js';
import { checkNames } from '../calls/check-names.js';
import { refuseIf } from '../calls/check-value.js';
import type { RequestOptions } from '../calls/request-options.js';
import type { WrittenObject } from '../objects/put-object.js';
import { checkMetadata, wireAttributes } from '../objects/write-options.js';
import type { Tags } from '../settings/tag-set.js';
import { type SignedRequest, type SignedUrlOptions, signedUrl } from '../signed/signed-url.js';
import { ObjectTags } from './object-tags.js';
import { type RestoreOptions, type Restoring, restore } from './restore.js';
import { rewrite } from './rewrite.js';
import {
  type RewriteOptions,
  rewriteOptionNames,
  type SetMetadataOptions,
  setMetadataOptionNames,
} from './rewrite-options.js';

/** What an object has beside its bytes, and who may do what with it. */
export class ObjectAttributes {
  static {
    // A member for the compiler only once `has` was asked, so it is none of the class's.
    const get = function (this: ObjectAttributes): ObjectRights | undefined {
      return this.has('objectAcl') ? new ObjectAcls(this.#home).of(this.#key) : undefined;
    };
    Object.defineProperty(ObjectAttributes.prototype, 'objectAcl', { get, configurable: true });
  }

  readonly #home: BucketHome;
  readonly #key: string;

  constructor(home: BucketHome, key: string) {
    this.#home = home;
    this.#key = key;
  }

  /** Its tags; an empty object where it has none. */
  tags(options: VersionOptions = {}): Promise<Tags> {
    return new ObjectTags(this.#home).get(this.#key, options);
  }

  /** Puts up to 10 tags in place of those that it has; `undefined` takes them away. @throws OptionError */
  setTags(tags: Tags | undefined, options: VersionOptions = {}): Promise<void> {
    return new ObjectTags(this.#home).set(this.#key, tags, options);
  }

  /**
   * Puts metadata in place of what it has, by copying it onto itself; all else is kept, its ACL too. In a bucket with versions this
   * makes a new one. Up to 5 GiB. @throws OptionError, the SDK's PreconditionFailed where it changes meanwhile
   */
  async setMetadata(
    metadata: Readonly<Record<string, string>>,
    options: SetMetadataOptions = {},
  ): Promise<WrittenObject> {
    checkNames('setMetadata(metadata, options)', options, setMetadataOptionNames);
    checkMetadata(metadata);
    const { contentType, contentEncoding, contentDisposition, contentLanguage, cacheControl, ...others } = options;
    const given = { contentType, contentEncoding, contentDisposition, contentLanguage, cacheControl };
    const changes = Object.entries(wireAttributes({ ...given, metadata })).filter(([, value]) => value !== undefined);
    return rewrite(this.#home, this.#key, Object.fromEntries(changes), others);
  }

  /** Moves it to another storage class, by copying it onto itself as `setMetadata` does. @throws OptionError */
  async changeStorageClass(storageClass: StorageClass, options: RewriteOptions = {}): Promise<WrittenObject> {
    checkNames('changeStorageClass(storageClass, options)', options, rewriteOptionNames);
    refuseIf(
      typeof storageClass !== 'string',
      'changeStorageClass(storageClass): which one? STANDARD_IA, GLACIER_IR, …',
    );
    return rewrite(this.#home, this.#key, { StorageClass: storageClass }, options);
  }

  /** Has it brought back from an archive, which takes minutes to days. @throws OptionError, the SDK's RestoreAlreadyInProgress */
  restore(options: RestoreOptions): Promise<Restoring> {
    return restore(this.#home, this.#key, options);
  }

  /** A request that whoever has it can make, without credentials, until it expires. Sends nothing but what finds the bucket's region. */
  signedUrl(options: SignedUrlOptions = {}): Promise<SignedRequest> {
    return signedUrl(this.#home, this.#key, options);
  }

  /** Whether objects of its bucket have ACLs, as far as it is known by now, and if so its own as `objectAcl`. Sends nothing. */
  has(ability: 'objectAcl'): this is { readonly objectAcl: ObjectRights } {
    return hasAbility(this.#home, ability);
  }

  /**
   * Its ACL, where its bucket has any, which is found out once. @throws UnsupportedError where it has not
   *
   * @example
   * ```ts
   * const rights = await object.require('objectAcl');
   * await rights.setAcl('public-read');
   * ```
   */
  async require(ability: 'objectAcl', options: RequestOptions = {}): Promise<ObjectRights> {
    await requireAbility(this.#home, ability, options);
    return new ObjectAcls(this.#home).of(this.#key);
  }
}
