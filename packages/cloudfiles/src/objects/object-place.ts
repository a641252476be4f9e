import { pathOf } from '../wire/addresses.js';
import type { Region } from '../wire/region.js';

/** Where an object is. */
export interface ObjectPlace {
  readonly region: Region;
  readonly container: string;
  readonly name: string;
}

/** Its path in requests. */
export function objectPath({ container, name }: ObjectPlace): string {
  return pathOf(container, name);
}

/** How it is called in messages. */
export function titleOf({ container, name }: ObjectPlace): string {
  return `${container}/${name}`;
}
