import type { Field, FieldTypes } from '../facts/field.js';

/** An object of a listing: its name, and what was asked for. No default stands for what was not, and nothing is guessed. */
export type Row<W extends Field> = { readonly name: string } & { readonly [K in W]: FieldTypes[K] };

/** All names that begin with this, as one entry of a listing with a delimiter. */
export interface CommonPrefix {
  readonly prefix: string;
}

/** What a store's page gives of an object: the name, and of the fields those that it was asked for. */
export type ListedObject = { readonly name: string } & { readonly [K in Field]?: FieldTypes[K] };

/** An entry of a page: an object or a common prefix, in the place where it sorts. */
export type ListedEntry = ListedObject | CommonPrefix;

/** Whether the entry stands for all names that begin alike. */
export function isCommonPrefix(entry: ListedEntry): entry is CommonPrefix {
  return 'prefix' in entry;
}

/** Where an entry sorts. */
export function placeOf(entry: ListedEntry): string {
  return isCommonPrefix(entry) ? entry.prefix : entry.name;
}
