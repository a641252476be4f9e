import type { Ec2Call } from '../ec2-call.js';
import type { Collection, Placed } from '../estate/collection.js';
import type { Resource } from '../estate/resource.js';
import { findAll, type IdWords } from './resource-ids.js';

/** What a listing looks at. */
export interface Selection<T extends Resource> {
  readonly from: Collection<T>;
  readonly ids: readonly string[];
  readonly words: IdWords;
  /** Whether the caller may know of it. */
  readonly visible: (resource: T) => boolean;
  /** Ids that are left out of the answer, where others that name nothing are an error. */
  readonly leftOut?: (id: string) => boolean;
  readonly passes: (resource: T) => boolean;
}

/** The resources that are asked for, in order. Throws when an id names nothing that the caller may know of. */
export function* select<T extends Resource>(selection: Selection<T>): Generator<Placed<T>> {
  const { from, ids, words, visible, passes, leftOut = () => false } = selection;
  const sought = ids.filter((id) => !leftOut(id));
  const named = new Set(findAll(sought, words, (id) => seen(from.get(id), visible)));
  for (const placed of from.placed()) {
    const { resource } = placed;
    const asked = ids.length === 0 ? visible(resource) : named.has(resource);
    if (asked && passes(resource)) yield placed;
  }
}

/** The caller's tags on a resource. */
export function tagsOf({ estate, account }: Ec2Call): (resource: Resource) => ReadonlyMap<string, string> {
  return ({ id }) => estate.tags.of(account.id, id);
}

/** Whether the caller owns it. */
export function ownedBy({ account }: Ec2Call): (resource: Resource) => boolean {
  return ({ ownerId }) => ownerId === account.id;
}

function seen<T>(resource: T | undefined, visible: (resource: T) => boolean): T | undefined {
  return resource !== undefined && visible(resource) ? resource : undefined;
}
