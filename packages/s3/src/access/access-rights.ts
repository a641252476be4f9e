import type { AccessControlPolicy, Permission } from '@aws-sdk/client-s3';
import type { RequestOptions } from '../calls/request-options.js';
import { checkAcl, checkGrants } from './check-acl.js';
import { type Grant, grantOf, isSameGrant, type Owner, ownerOf, wireGrant } from './grants.js';

/** Whose something is, and who else may do what with it. */
export interface Acl {
  readonly owner: Owner;
  readonly grants: readonly Grant[];
}

/** An ACL to be set: by a name that S3 has for it, or by its grants. */
export type AclToSet<C extends string> =
  | C
  | {
      readonly grants: readonly Grant[];
      /** @defaultValue as it is, which is asked for */
      readonly owner?: Owner | undefined;
    };

/** The requests that read and write one ACL. */
export interface AclSource<C extends string, O extends RequestOptions> {
  /** The names that S3 has for ACLs. */
  readonly canned: readonly C[];
  get(options: O): Promise<Pick<AccessControlPolicy, 'Grants' | 'Owner'>>;
  put(acl: { readonly ACL: C } | { readonly AccessControlPolicy: AccessControlPolicy }, options: O): Promise<unknown>;
}

/**
 * The ACL of a bucket or an object, where the bucket allows them.
 *
 * @example
 * ```ts
 * const rights = await bucket.object('logo.png').require('objectAcl');
 * await rights.setAcl('public-read');
 * await rights.revoke({ to: { group: 'AllUsers' }, permission: 'READ' });
 * ```
 */
export class AccessRights<C extends string, O extends RequestOptions = RequestOptions> {
  readonly #source: AclSource<C, O>;

  constructor(source: AclSource<C, O>) {
    this.#source = source;
  }

  /** The owner and all grants, the owner's own among them. */
  async acl(options: O = {} as O): Promise<Acl> {
    const { Owner, Grants = [] } = await this.#source.get(options);
    return { owner: ownerOf(Owner), grants: Grants.map((grant) => grantOf<Permission>(grant)) };
  }

  /** Puts an ACL in place of the one that is there. By grants: the owner has only the rights that are given him. @throws OptionError */
  async setAcl(acl: AclToSet<C>, options: O = {} as O): Promise<void> {
    checkAcl(acl, this.#source.canned);
    if (typeof acl === 'string') {
      await this.#source.put({ ACL: acl }, options);
      return;
    }
    const { owner } = acl.owner === undefined ? await this.acl(options) : { owner: acl.owner };
    await this.#put(owner, acl.grants, options);
  }

  /** Adds to what is granted. Reads the ACL first: of two who change it at once, the later one wins. @throws OptionError */
  async grant(grants: Grant | readonly Grant[], options: O = {} as O): Promise<void> {
    const wanted = listOf(grants);
    checkGrants('grant(grants)', wanted);
    const { owner, grants: had } = await this.acl(options);
    const added = wanted.filter((grant) => !had.some((one) => isSameGrant(one, grant)));
    if (added.length > 0) await this.#put(owner, [...had, ...added], options);
  }

  /** Takes back what is granted. What is not granted is taken back already. @throws OptionError */
  async revoke(grants: Grant | readonly Grant[], options: O = {} as O): Promise<void> {
    const unwanted = listOf(grants);
    checkGrants('revoke(grants)', unwanted);
    const { owner, grants: had } = await this.acl(options);
    const left = had.filter((grant) => !unwanted.some((one) => isSameGrant(one, grant)));
    if (left.length < had.length) await this.#put(owner, left, options);
  }

  #put({ id, displayName }: Owner, grants: readonly Grant[], options: O): Promise<unknown> {
    const AccessControlPolicy = { Owner: { ID: id, DisplayName: displayName }, Grants: grants.map(wireGrant) };
    return this.#source.put({ AccessControlPolicy }, options);
  }
}

function listOf(grants: Grant | readonly Grant[]): readonly Grant[] {
  return Array.isArray(grants) ? grants : [grants as Grant];
}
