import { compileGlob } from './glob.js';
import type { Selection } from './select.js';

/** What a selection does with one name, and by which of its patterns; by none where a list that only leaves out leaves it. */
export interface Verdict {
  readonly takes: boolean;
  /** As they were given, `!` and all. Of a name that nothing takes in, every pattern that might have. */
  readonly by: readonly string[];
}

/**
 * Whether a selection takes a name, given that the name is there to be taken, and why. Agrees with `selectRegions`.
 *
 * @example
 * ```ts
 * verdictOn(parseSelection(['eu-*', '!eu-south-*']), 'eu-south-2'); // { takes: false, by: ['!eu-south-*'] }
 * ```
 */
export function verdictOn({ exact, globs, excluded }: Selection, name: string): Verdict {
  const matches = (pattern: string) => compileGlob(pattern)(name);
  const exclusion = excluded.find(matches);
  if (exclusion !== undefined) return { takes: false, by: [`!${exclusion}`] };
  const inclusions = [...exact, ...globs];
  const inclusion = inclusions.find(matches);
  if (inclusion !== undefined) return { takes: true, by: [inclusion] };
  return { takes: inclusions.length === 0, by: inclusions };
}
