/** An SDK operation; what gives values one after another; an SDK waiter; any other method, which gives one value. */
export type MethodKind = 'operation' | 'stream' | 'waiter' | 'method';

/** What is known of a class beside its methods. */
export interface KindRules {
  readonly isClient: boolean;
  /** The class's `static readonly streams`. */
  readonly streams: readonly string[];
}

/** Members that are never fanned out, whatever a class calls its methods: the set's own and an SDK client's plumbing. */
const plumbing: ReadonlySet<string> = new Set([
  ...['targets', 'ready', 'at', 'in', 'with', 'map', 'send', 'then'],
  ...['config', 'middlewareStack', 'destroy', 'constructor', 'toJSON', 'toString', 'toLocaleString', 'valueOf'],
]);

/** The methods of a service by name: its prototypes', and functions of its own when it is an instance. */
export function methodsOf(service: object, rules: KindRules): ReadonlyMap<string, MethodKind> {
  const methods = new Map<string, MethodKind>();
  for (let from = service; from !== null && from !== Object.prototype; from = Object.getPrototypeOf(from)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(from))) {
      if (typeof value !== 'function' || plumbing.has(name) || methods.has(name)) continue;
      methods.set(name, kindOf(name, value, rules));
    }
  }
  return methods;
}

function kindOf(name: string, method: { readonly length: number }, { isClient, streams }: KindRules): MethodKind {
  if (name.startsWith('paginate') || streams.includes(name) || isAsyncGenerator(method)) return 'stream';
  if (!isClient) return 'method';
  if (name.startsWith('waitUntil')) return 'waiter';
  // The SDK's operations take (input, options, callback); whoever derives from a client may add methods of another form.
  return method.length === 3 ? 'operation' : 'method';
}

function isAsyncGenerator(method: object): boolean {
  return Object.prototype.toString.call(method) === '[object AsyncGeneratorFunction]';
}

/** The names that a class lists as streams, which its methods' own form would not tell. */
export function streamsOf(from: unknown): readonly string[] {
  const { streams } = from as { readonly streams?: unknown };
  return Array.isArray(streams) ? streams.filter((name) => typeof name === 'string') : [];
}
