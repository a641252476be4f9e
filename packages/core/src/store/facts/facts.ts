import type { Attachment } from '../losses/attachment.js';
import type { Ability, Has } from './ability.js';
import type { Cost, Field } from './field.js';

/**
 * What is true of a kind of store, as a constant whose type the compiler reads: which fields a listing carries, what it costs to
 * know the others, what the store can do, and how large its requests are.
 *
 * Give the constant an interface of its own, so that messages of the compiler name that and not its members.
 *
 * @example
 * ```ts
 * const written = { kind: 'S3', page: 1_000, fields: { contentType: 'perKey', … }, … } as const satisfies Facts;
 * type Written = typeof written;
 * export interface S3Facts extends Written {}
 * export const s3Facts: S3Facts = written;
 * ```
 */
export interface Facts {
  /** The store's name in messages. */
  readonly kind: string;
  /** Entries in a full page of a listing. */
  readonly page: number;
  /** How the last page is known: the answer says so, or the page is not full, which costs an empty page after a full one. */
  readonly lastPage: 'told' | 'short';
  /** The order of a listing. An unordered one cannot be split into ranges, nor begin at a name. */
  readonly order: 'utf8' | 'unordered';
  /** Whether one HEAD of the container tells how many objects it has. */
  readonly counts: 'head' | 'never';
  /** Names that one request of a bulk delete takes. */
  readonly deletes: number;
  /** Bytes that a single copy, or a single upload, takes. Above it goes by parts. */
  readonly single: number;
  readonly fields: { readonly [F in Field]: Cost };
  readonly has: { readonly [A in Ability]: Has };
  /** What the store keeps beside an object's bytes. */
  readonly keeps: { readonly [A in Attachment]: 'yes' | 'no' };
  /** What to do instead of what the store cannot do, as a half sentence: `list the versions instead`. */
  readonly instead: { readonly [What in Ability | Field]?: string };
}
