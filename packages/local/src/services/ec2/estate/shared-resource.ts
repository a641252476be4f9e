import type { Grants } from './grants.js';
import type { Resource } from './resource.js';

/** A resource that its owner can let others use. */
export interface SharedResource extends Resource {
  /** `amazon` and its like, for those that Amazon publishes or lets be published. */
  readonly ownerAlias: string | undefined;
  readonly grants: Grants;
}

/** Whether an account may see the resource and use it. */
export function maySee({ ownerId, grants }: SharedResource, account: string): boolean {
  return ownerId === account || grants.public || grants.hasAccount(account);
}
