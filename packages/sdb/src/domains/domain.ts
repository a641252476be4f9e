const brand: symbol = Symbol.for('@proj/sdb/domain');

/**
 * What the service says of a domain.
 *
 * @example
 * ```ts
 * const raw: RawDomain = { name: 'first', size: 12 };
 * ```
 */
export interface RawDomain {
  readonly name: string;
  readonly [member: string]: unknown;
}

/**
 * A domain in one region, as it was when it was asked for; it never changes.
 *
 * @example
 * ```ts
 * for (const domain of (await everywhere.domains()).flat()) console.log(domain.region, domain.id);
 * ```
 */
export class Domain {
  static {
    Object.defineProperty(Domain.prototype, brand, { value: true });
  }

  /** The region that it lives in. */
  readonly region: string;
  /** Its name. */
  readonly id: string;
  /** The description as the service gave it. */
  readonly raw: RawDomain;

  constructor(region: string, raw: RawDomain) {
    this.region = region;
    this.id = raw.name;
    this.raw = raw;
  }
}

/**
 * Whether the value is a domain of this package, of whichever installed copy.
 *
 * @example
 * ```ts
 * const ids = things.filter(isDomain).map(({ id }) => id);
 * ```
 */
export function isDomain(value: unknown): value is Domain {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
