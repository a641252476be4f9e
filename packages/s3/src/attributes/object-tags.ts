import type { VersionOptions } from '../access/object-acls.js';
import type { BucketHome } from '../calls/bucket-home.js';
import { checkTags, type Tags, tagsOf, wireTags } from '../settings/tag-set.js';

/** The tags of a bucket's objects. */
export class ObjectTags {
  readonly #home: BucketHome;

  constructor(home: BucketHome) {
    this.#home = home;
  }

  /** An object's tags; an empty object where it has none. */
  async get(key: string, options: VersionOptions = {}): Promise<Tags> {
    const ask = this.#named(key, options);
    const { TagSet } = await this.#home.call('getObjectTagging', (native) => native.getObjectTagging(ask), options);
    return tagsOf(TagSet ?? []);
  }

  /** Puts up to 10 tags in place of those that are there, or takes all away. @throws OptionError */
  async set(key: string, tags: Tags | undefined, options: VersionOptions = {}): Promise<void> {
    const ask = this.#named(key, options);
    if (tags === undefined) {
      await this.#home.call('deleteObjectTagging', (native) => native.deleteObjectTagging(ask), options);
      return;
    }
    checkTags(tags, 10);
    const put = { ...ask, Tagging: { TagSet: wireTags(tags) } };
    await this.#home.call('putObjectTagging', (native) => native.putObjectTagging(put), options);
  }

  #named(key: string, { versionId }: VersionOptions): { Bucket: string; Key: string; VersionId: string | undefined } {
    return { Bucket: this.#home.name, Key: key, VersionId: versionId };
  }
}
