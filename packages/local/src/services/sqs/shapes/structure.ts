import { ApiError } from '../../../wire/api-error.js';
import type { QueryParameters } from '../../../wire/query-parameters.js';
import type { XmlWriter } from '../../../wire/xml-writer.js';
import { missing, notOfKind, type Shape } from './shape.js';

/** The shape of each member. */
export type MembersOf<T> = { readonly [K in keyof T]-?: Shape<Exclude<T[K], undefined>> };

/**
 * A structure. A member that it does not have is refused, not overlooked.
 *
 * @param required - the members that must be there
 */
export function structure<T extends object>(members: MembersOf<T>, required: readonly (keyof T & string)[]): Shape<T> {
  return new Structure<T>(new Map(Object.entries(members) as [string, Shape<unknown>][]), required);
}

class Structure<T extends object> implements Shape<T> {
  readonly members: ReadonlySet<string>;
  readonly #shapes: ReadonlyMap<string, Shape<unknown>>;
  readonly #queryNames: ReadonlySet<string>;
  readonly #required: readonly string[];

  constructor(shapes: ReadonlyMap<string, Shape<unknown>>, required: readonly string[]) {
    this.members = new Set(shapes.keys());
    this.#shapes = shapes;
    this.#queryNames = new Set([...shapes].map(([member, shape]) => queryName(member, shape)));
    this.#required = required;
  }

  fromJson(value: unknown, path: string): T {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notOfKind(path, 'an object');
    const found: Record<string, unknown> = {};
    for (const [member, given] of Object.entries(value)) {
      const shape = this.#shapes.get(member);
      if (!shape) throw unknown(below(path, member), this.members);
      if (given !== null) found[member] = shape.fromJson(given, below(path, queryName(member, shape)));
    }
    return this.#whole(found, path);
  }

  /** Only the outermost is there also when nothing is said of it. */
  fromQuery(parameters: QueryParameters, path: string): T | undefined {
    const names = parameters.names();
    if (path !== '' && names.length === 0) return undefined;
    for (const name of names) if (!this.#queryNames.has(name)) throw unknown(below(path, name), this.#queryNames);
    const found: Record<string, unknown> = {};
    for (const [member, shape] of this.#shapes) {
      const name = queryName(member, shape);
      const value = shape.fromQuery(parameters.struct(name), below(path, name));
      if (value !== undefined) found[member] = value;
    }
    return this.#whole(found, path);
  }

  toXml(xml: XmlWriter, name: string, value: T): void {
    xml.branch(name, () => {
      for (const [member, shape] of this.#shapes) {
        const held = (value as Readonly<Record<string, unknown>>)[member];
        if (held !== undefined) shape.toXml(xml, queryName(member, shape), held);
      }
    });
  }

  #whole(found: Readonly<Record<string, unknown>>, path: string): T {
    for (const member of this.#required) {
      if (found[member] === undefined) throw missing(below(path, queryName(member, this.#shapes.get(member))));
    }
    return found as T;
  }
}

function queryName(member: string, shape: Shape<unknown> | undefined): string {
  return shape?.queryName ?? member;
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function unknown(name: string, known: Iterable<string>): ApiError {
  return new ApiError(
    'UnknownParameter',
    `The local cloud does not serve the parameter ${name}; it takes ${[...known].join(', ') || 'none'}.`,
  );
}
