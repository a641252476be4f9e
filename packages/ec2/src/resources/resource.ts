import type { Tag } from '@aws-sdk/client-ec2';
import { Printable } from '../printing/printable.js';
import { type Tags, tagsOf } from '../tags/tags.js';
import type { Home } from './home.js';

/**
 * What every object of this package is: a description of something in one region, as it was when it was asked for, that acts
 * where it lives. It never changes; `refresh()` gives a new one.
 *
 * @example
 * ```ts
 * const arns = await Promise.all((await ireland.volumes()).map((volume) => volume.arn()));
 * ```
 */
export abstract class Resource<Raw extends { readonly Tags?: Tag[] | undefined }> extends Printable {
  /** The region that it lives in, such as `eu-west-1`. */
  readonly region: string;
  /** Its id, such as `vol-0123456789abcdef0`. */
  readonly id: string;
  /** Its tags, as far as the account that asked may see them. */
  readonly tags: Tags;
  /** The description as the SDK gave it. */
  readonly raw: Raw;
  readonly #home: Home;

  constructor(home: Home, id: string, raw: Raw) {
    super();
    this.region = home.place.target.region;
    this.id = id;
    this.tags = tagsOf(raw.Tags);
    this.raw = raw;
    this.#home = home;
  }

  /** The twelve digits of the account that it belongs to. May ask STS, once for all objects of a set. */
  account(): Promise<string> {
    return this.#home.place.account();
  }

  /** Its Amazon resource name. */
  abstract arn(): Promise<string>;

  /** Its kind, id and region: `Volume vol-0123456789abcdef0 in eu-west-1`. */
  override toString(): string {
    return `${this.constructor.name} ${this.id} in ${this.region}`;
  }
}
