import { ownNames } from '../set/own-names.js';

/** An SDK operation; what gives values one after another; an SDK waiter; any other method, which gives one value. */
export type MethodKind = 'operation' | 'stream' | 'waiter' | 'method';

/** What is known of a service beside its methods. */
export interface KindRules {
  readonly isClient: boolean;
  /** The class's `static readonly streams`. */
  readonly streams: readonly string[];
}

/** The methods of a service by name: its prototypes', and functions of its own. */
export function methodsOf(service: object, rules: KindRules): ReadonlyMap<string, MethodKind> {
  const methods = new Map<string, MethodKind>();
  for (let from = service; from !== null && from !== Object.prototype; from = Object.getPrototypeOf(from)) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(from))) {
      if (typeof descriptor.value !== 'function' || ownNames.has(name) || methods.has(name)) continue;
      methods.set(name, kindOf(name, descriptor, rules));
    }
  }
  return methods;
}

function kindOf(name: string, { value, enumerable }: PropertyDescriptor, { isClient, streams }: KindRules): MethodKind {
  if (name.startsWith('paginate') || streams.includes(name) || isAsyncGenerator(value)) return 'stream';
  if (!isClient) return 'method';
  if (name.startsWith('waitUntil')) return 'waiter';
  // The SDK assigns its operations, which take (input, options, callback), to its prototypes: unlike what a class declares, they are enumerable.
  return enumerable === true && value.length === 3 ? 'operation' : 'method';
}

function isAsyncGenerator(method: object): boolean {
  return Object.prototype.toString.call(method) === '[object AsyncGeneratorFunction]';
}

/** The names that a class lists as streams, which its methods' own form would not tell. */
export function streamsOf(from: unknown): readonly string[] {
  const { streams } = (from ?? {}) as { readonly streams?: unknown };
  return Array.isArray(streams) ? streams.filter((name) => typeof name === 'string') : [];
}
