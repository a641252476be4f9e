/** The kinds of requests that plans and meters tell apart. */
export type RequestKind = 'LIST' | 'HEAD' | 'GET' | 'PUT' | 'COPY' | 'DELETE' | 'POST' | 'AUTH' | 'REGION';

/** How many requests at least, and at most. */
export interface Bound {
  readonly min: number;
  readonly max: number | 'unbounded';
}

/** Requests in all and by kind. */
export interface Requests extends Bound {
  readonly by: { readonly [K in RequestKind]?: Bound };
}

/** So many, exactly. */
export function exactly(count: number): Bound {
  return { min: count, max: count };
}

/** Requests by kind, and their sum. Kinds of which there are none are left out. */
export function requests(by: { readonly [K in RequestKind]?: Bound }): Requests {
  const some = Object.entries(by).filter(([, bound]) => bound.max !== 0);
  const sum = some.reduce<Bound>((total, [, bound]) => plus(total, bound), exactly(0));
  return { ...sum, by: Object.fromEntries(some) };
}

/** Both together. */
export function bothRequests(a: Requests, b: Requests): Requests {
  const by: { [K in RequestKind]?: Bound } = { ...a.by };
  for (const [kind, bound] of Object.entries(b.by) as [RequestKind, Bound][]) {
    by[kind] = plus(by[kind] ?? exactly(0), bound);
  }
  return requests(by);
}

function plus(a: Bound, b: Bound): Bound {
  const max = a.max === 'unbounded' || b.max === 'unbounded' ? 'unbounded' : a.max + b.max;
  return { min: a.min + b.min, max };
}
