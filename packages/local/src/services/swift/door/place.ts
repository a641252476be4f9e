/** The parts of Swift that have addresses of their own. */
type Part = 'auth' | 'identity' | 'info' | 'cdn' | 'storage';

/** What an address of Swift's names. */
export interface Place {
  readonly part: Part;
  /** The region, where the address names one. */
  readonly region: string | undefined;
  /** The beginning of the path that names it. */
  readonly base: string;
  /** The path behind that, as it was sent. */
  readonly path: string;
}

const BASE = /^\/swift\/([A-Za-z][A-Za-z0-9-]*)(?=\/|$)/;
/** In the order in which they are looked for. */
const PARTS: readonly (readonly [Part, RegExp])[] = [
  ['auth', /^\/auth\/v1(?:\.0)?\/?$/],
  ['identity', /^\/identity(?:\/|$)/],
  ['info', /^\/info\/?$/],
];

/** What the path of a request names; nothing when it is none of Swift's. What is of all regions has an address at the root too. */
export function readPlace(path: string): Place | undefined {
  const [base = '', region] = BASE.exec(path) ?? [];
  const rest = path.slice(base.length);
  const part = PARTS.find(([, shape]) => shape.test(rest))?.[0] ?? regional(region, rest);
  return part && { part, region, base, path: rest };
}

function regional(region: string | undefined, rest: string): Part | undefined {
  if (region === undefined) return undefined;
  return /^\/cdn(?:\/|$)/.test(rest) ? 'cdn' : 'storage';
}
