import type { InspectOptions, inspect } from 'node:util';

/** Where Node's `inspect`, and so `console.log` and the REPL, look for an object's own text. */
const custom: symbol = Symbol.for('nodejs.util.inspect.custom');

/** Shows a value within another, as deep as the one around it is shown. */
export type Show = (value: unknown) => string;

/**
 * Lets an object, or all that have this prototype, be printed as `text` says. Not enumerable: for those who copy or compare it, the
 * object is what it was.
 *
 * @example
 * showAs(Target.prototype, (target: Target) => `Target(${target.region})`);
 */
export function showAs<T extends object>(shown: T, text: (value: T, show: Show) => string): T {
  const inspected = function (this: T, depth: number, options: InspectOptions, show: typeof inspect): string {
    return text(this, (value) => show(value, { ...options, depth: depth - 1 }));
  };
  return Object.defineProperty(shown, custom, { value: inspected, configurable: true });
}
