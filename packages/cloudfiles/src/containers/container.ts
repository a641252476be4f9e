const brand: symbol = Symbol.for('@proj/cloudfiles/container');

/**
 * What the service says of a container.
 *
 * @example
 * ```ts
 * const raw: RawContainer = { name: 'first', size: 12 };
 * ```
 */
export interface RawContainer {
  readonly name: string;
  readonly [member: string]: unknown;
}

/**
 * A container in one region, as it was when it was asked for; it never changes.
 *
 * @example
 * ```ts
 * for (const container of (await everywhere.containers()).flat()) console.log(container.region, container.id);
 * ```
 */
export class Container {
  static {
    Object.defineProperty(Container.prototype, brand, { value: true });
  }

  /** The region that it lives in. */
  readonly region: string;
  /** Its name. */
  readonly id: string;
  /** The description as the service gave it. */
  readonly raw: RawContainer;

  constructor(region: string, raw: RawContainer) {
    this.region = region;
    this.id = raw.name;
    this.raw = raw;
  }
}

/**
 * Whether the value is a container of this package, of whichever installed copy.
 *
 * @example
 * ```ts
 * const ids = things.filter(isContainer).map(({ id }) => id);
 * ```
 */
export function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
