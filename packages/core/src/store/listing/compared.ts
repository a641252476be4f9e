/** What of an object tells whether another one is the same. */
export type ComparedField = 'size' | 'etag' | 'modified';

/** Every one. */
export const comparedFields: readonly ComparedField[] = ['size', 'etag', 'modified'];

/** Which objects are compared. */
export interface ComparedOptions {
  /** Names that begin with this. @defaultValue all */
  readonly prefix?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}
