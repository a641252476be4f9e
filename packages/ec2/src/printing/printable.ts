import { type InspectOptionsStylized, inspect } from 'node:util';

/** What the members that are printed say once more, at length: EC2's whole answer, the client with its insides. */
const LONG: ReadonlySet<string> = new Set(['raw', 'native', 'target']);

/** What prints as what it is: by `console.log` its kind, members and getters, by `String()` its kind and name. */
export abstract class Printable {
  static {
    Object.defineProperty(Printable.prototype, inspect.custom, {
      value(this: Printable, depth: number, options: InspectOptionsStylized): string {
        if (depth < 0) return options.stylize(`[${this}]`, 'special');
        return `${this.constructor.name} ${inspect({ ...members(this), ...getters(this) }, options)}`;
      },
    });
  }

  /** Its kind and name. */
  abstract toString(): string;
}

function members(object: object): Record<string, unknown> {
  const short = Object.entries(object).filter(([name]) => !LONG.has(name));
  return Object.fromEntries(short.map(([name, value]) => [name, withPrototype(value)]));
}

/** What the getters of an object's own class give, less what they do not know. */
function getters(object: object): Record<string, unknown> {
  const accessors = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(object)));
  const values = accessors.map(([name, { get }]): [string, unknown] => [name, get?.call(object)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** Tags have none, and would print that they have none. */
function withPrototype(value: unknown): unknown {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null ? { ...value } : value;
}
