import type { Placed } from './collection.js';

/** One tag of one resource. */
export interface TagRow {
  readonly resourceId: string;
  readonly key: string;
  readonly value: string;
}

interface OwnTags {
  readonly byResource: Map<string, ReadonlyMap<string, string>>;
  /** By resource and key, in the order they were put on. */
  readonly rows: Map<string, Placed<TagRow>>;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Tags, by account and resource: one account's tags on another's shared snapshot are nobody else's to see. */
export class TagStore {
  readonly #accounts = new Map<string, OwnTags>();
  #next = 1;

  /** The tags that the account has on the resource. */
  of(account: string, resource: string): ReadonlyMap<string, string> {
    return this.#accounts.get(account)?.byResource.get(resource) ?? NONE;
  }

  /** Every tag of the account, in order. */
  placed(account: string): Iterable<Placed<TagRow>> {
    return this.#accounts.get(account)?.rows.values() ?? [];
  }

  set(account: string, resourceId: string, tags: Iterable<readonly [string, string]>): void {
    const { byResource, rows } = this.#own(account);
    // Made anew, never changed: whoever holds the old tags can tell by the new ones that they are old.
    const known = new Map(byResource.get(resourceId));
    for (const [key, value] of tags) {
      known.set(key, value);
      const name = rowName(resourceId, key);
      rows.set(name, { place: rows.get(name)?.place ?? this.#next++, resource: { resourceId, key, value } });
    }
    if (known.size > 0) byResource.set(resourceId, known);
  }

  /** Takes off the tags that satisfy `which`. */
  remove(account: string, resourceId: string, which: (key: string, value: string) => boolean): void {
    const { byResource, rows } = this.#own(account);
    const kept = new Map<string, string>();
    for (const [key, value] of byResource.get(resourceId) ?? []) {
      if (which(key, value)) rows.delete(rowName(resourceId, key));
      else kept.set(key, value);
    }
    if (kept.size > 0) byResource.set(resourceId, kept);
    else byResource.delete(resourceId);
  }

  /** Forgets a resource that is gone. */
  forget(resourceId: string): void {
    for (const account of this.#accounts.keys()) this.remove(account, resourceId, () => true);
  }

  #own(account: string): OwnTags {
    const known = this.#accounts.get(account);
    if (known) return known;
    const made: OwnTags = { byResource: new Map(), rows: new Map() };
    this.#accounts.set(account, made);
    return made;
  }
}

/** Ids have no slash, so that no two tags share a name. */
function rowName(resourceId: string, key: string): string {
  return `${resourceId}/${key}`;
}
