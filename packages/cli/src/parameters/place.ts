import { UsageError } from '../errors/cli-error.js';

/** Where in an input a value stands, for saying what is wrong with it. */
export interface Place {
  /** `--filters[0].Values` */
  readonly path: string;
  /** Whether the value was written as words, where a text may stand for a number and one value for a list of it. */
  readonly words: boolean;
}

/** The place of a member of a structure, of an entry of a map. */
export function memberOf({ path, words }: Place, name: string): Place {
  return { path: `${path}.${name}`, words };
}

/** The place of an item of a list. */
export function itemOf({ path, words }: Place, at: number): Place {
  return { path: `${path}[${at}]`, words };
}

/** The error for a value that cannot be there. */
export function wrong({ path }: Place, what: string): UsageError {
  return new UsageError(`${path}: ${what}`);
}
