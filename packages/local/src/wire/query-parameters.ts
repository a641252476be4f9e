import { ApiError } from './api-error.js';

const MAX_DEPTH = 8;
const INDEX = /^\d{1,6}$/;

/**
 * The parameters of a Query API call as the tree that their dotted names spell: `Filter.1.Value.2=x` is the second
 * value of the first filter. Held in Maps, so a parameter named `__proto__` is a name like any other.
 */
export class QueryParameters {
  readonly #children = new Map<string, QueryParameters>();
  #value: string | undefined;

  /** Reads form-encoded text: a form body, a query string, or both joined by `&`. */
  static parse(text: string): QueryParameters {
    const root = new QueryParameters();
    for (const [name, value] of new URLSearchParams(text)) root.#put(name, value);
    return root;
  }

  /** The names at this level, in the order they came. */
  names(): readonly string[] {
    return [...this.#children.keys()];
  }

  /** The value of this very parameter. */
  get text(): string | undefined {
    return this.#value;
  }

  /** The value of one parameter. */
  value(name: string): string | undefined {
    return this.struct(name).#value;
  }

  /** The values `name.1`, `name.2`…, by index; gaps are allowed. */
  list(name: string): readonly string[] {
    return this.structs(name).flatMap((entry) => (entry.#value === undefined ? [] : [entry.#value]));
  }

  /** The structures `name.1.…`, `name.2.…`, by index; gaps are allowed. */
  structs(name: string): readonly QueryParameters[] {
    return this.struct(name).items();
  }

  /** What is below this one by index; gaps are allowed. */
  items(): readonly QueryParameters[] {
    const entries = [...this.#children].filter(([index]) => INDEX.test(index));
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, entry]) => entry);
  }

  /** The structure `name.…`; empty when no parameter has that prefix. */
  struct(name: string): QueryParameters {
    return this.#children.get(name) ?? new QueryParameters();
  }

  /** Every parameter below this one, by its whole name. */
  entries(): [string, string][] {
    return [...this.#children].flatMap(([step, child]) => [
      ...(child.#value === undefined ? [] : [[step, child.#value] as [string, string]]),
      ...child.entries().map(([rest, value]): [string, string] => [`${step}.${rest}`, value]),
    ]);
  }

  #put(name: string, value: string): void {
    const path = name.split('.', MAX_DEPTH + 1);
    if (path.length > MAX_DEPTH) throw new ApiError('MalformedQueryString', 'A parameter name is nested too deeply.');
    let node: QueryParameters = this;
    for (const step of path) node = node.#child(step);
    // The first one counts: a second of the same name cannot change what was signed in plain sight.
    node.#value ??= value;
  }

  #child(step: string): QueryParameters {
    const known = this.#children.get(step);
    if (known) return known;
    const made = new QueryParameters();
    this.#children.set(step, made);
    return made;
  }
}
