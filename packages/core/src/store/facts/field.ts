/** What may be known of an object beside its name, with its type. `etag` is without quotes; `expiresAt` is the time at which the store deletes the object. */
export interface FieldTypes {
  /** Bytes. */
  readonly size: number;
  readonly modified: Date;
  readonly etag: string;
  readonly contentType: string;
  /** The user's own metadata, by the names that the store gives back. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly storageClass: string;
  readonly expiresAt: Date | undefined;
}

/** The name of something that may be known of an object. */
export type Field = keyof FieldTypes;

/** Every field, for checks at run time. */
export const fields: readonly Field[] = [
  'size',
  'modified',
  'etag',
  'contentType',
  'metadata',
  'storageClass',
  'expiresAt',
];

/** What a field costs: it is in the page of a listing; it takes one more request for each key; or the store has no such thing. */
export type Cost = 'inline' | 'perKey' | 'never';
