import { OptionError } from '@proj/core';
import { Ec2NotFoundError, type ResourceKind } from '../errors/not-found-error.js';

/** What to look for, where. */
export interface Wanted {
  readonly kind: ResourceKind;
  readonly id: string;
  readonly region: string;
}

const codes: Readonly<Record<ResourceKind, readonly string[]>> = {
  volume: ['InvalidVolume.NotFound'],
  snapshot: ['InvalidSnapshot.NotFound'],
  // The second is for what was deregistered.
  image: ['InvalidAMIID.NotFound', 'InvalidAMIID.Unavailable'],
};

/**
 * The one resource of an id among those that `ask` gives.
 *
 * @throws Ec2NotFoundError when there is none; OptionError for an id that is no text, which would ask for everything
 */
export async function findOne<T extends { readonly id: string }>(
  wanted: Wanted,
  ask: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<T> {
  const { kind, id, region } = wanted;
  if (typeof id !== 'string' || id === '')
    throw new OptionError(`${kind}(id): give the id of ${kind === 'image' ? 'an' : 'a'} ${kind}`);
  const found = await ask([id]).catch((cause: unknown) => {
    throw isNotFound(cause, kind) ? new Ec2NotFoundError(kind, id, region, { cause }) : cause;
  });
  const one = found.find((resource) => resource.id === id);
  if (one === undefined) throw new Ec2NotFoundError(kind, id, region);
  return one;
}

function isNotFound(error: unknown, kind: ResourceKind): boolean {
  return error instanceof Error && codes[kind].includes(error.name);
}
