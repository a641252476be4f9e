import { ObjectCannedACL } from '@aws-sdk/client-s3';
import type { BucketHome } from '../calls/bucket-home.js';
import type { RequestOptions } from '../calls/request-options.js';
import { AccessRights } from './access-rights.js';
import { unlessSwitchedOff } from './unless-switched-off.js';

/**
 * Of which version of an object.
 *
 * @example
 * ```ts
 * const options: VersionOptions = { versionId: '3HL4kqtJlcpXroDTDmJ' };
 * ```
 */
export interface VersionOptions extends RequestOptions {
  /** @defaultValue the newest */
  readonly versionId?: string | undefined;
}

/** The ACL of an object. */
export type ObjectRights = AccessRights<ObjectCannedACL, VersionOptions>;

/** The ACLs of a bucket's objects. */
export class ObjectAcls {
  readonly #home: BucketHome;

  constructor(home: BucketHome) {
    this.#home = home;
  }

  /** That of an object by its key. */
  of(key: string): ObjectRights {
    const home = this.#home;
    const named = ({ versionId }: VersionOptions) => ({ Bucket: home.name, Key: key, VersionId: versionId });
    return new AccessRights<ObjectCannedACL, VersionOptions>({
      canned: Object.values(ObjectCannedACL),
      get: (options) => home.call('getObjectAcl', (native) => native.getObjectAcl(named(options)), options),
      put: (acl, options) => {
        const ask = { ...named(options), ...acl };
        const set = () => home.call('putObjectAcl', (native) => native.putObjectAcl(ask), options);
        return unlessSwitchedOff(home, 'objectAcl', set);
      },
    });
  }
}
