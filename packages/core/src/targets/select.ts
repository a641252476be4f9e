import { quoted } from '../errors/quoted.js';
import { compileGlob } from './glob.js';
import { nearest } from './nearest.js';
import { NoRegionError } from './no-region-error.js';
import { checkPattern, isGlob } from './pattern.js';
import { RegionNameError } from './region-name-error.js';

/** Which regions are wanted, as parsed from patterns: `exact` and `globs` take in, `excluded` (names and globs, without their `!`) leaves out. */
export interface Selection {
  readonly exact: readonly string[];
  readonly globs: readonly string[];
  readonly excluded: readonly string[];
}

/**
 * Reads patterns such as `['eu-*', 'us-east-1', '!eu-south-*']`. Only their syntax is looked at, so no region need be known yet.
 *
 * @throws RegionNameError for an empty list or a malformed pattern.
 *
 * @example
 * ```ts
 * parseSelection(['eu-*', 'us-east-1', '!me-*']); // { exact: ['us-east-1'], globs: ['eu-*'], excluded: ['me-*'] }
 * ```
 */
export function parseSelection(patterns: readonly string[]): Selection {
  if (!Array.isArray(patterns) || patterns.length === 0) {
    throw new RegionNameError('regions must be a list of at least one name or pattern', patterns);
  }
  const exact: string[] = [];
  const globs: string[] = [];
  const excluded: string[] = [];
  for (const given of patterns) {
    const pattern = checked(given);
    if (given !== pattern) excluded.push(pattern);
    else (isGlob(pattern) ? globs : exact).push(pattern);
  }
  return { exact, globs, excluded };
}

/** The pattern without its `!`. */
function checked(given: unknown): string {
  if (Array.isArray(given))
    throw new RegionNameError('a region must be a string: give the list spread, ...regions', given);
  if (typeof given !== 'string') throw new RegionNameError(`a region must be a string, not ${typeof given}`, given);
  const pattern = given.startsWith('!') ? given.slice(1) : given;
  checkPattern(pattern);
  return pattern;
}

/** The selection as it was given, names before globs before exclusions: `us-east-1, eu-*, !eu-south-*`. */
export function selectionText({ exact, globs, excluded }: Selection): string {
  return [...exact, ...globs, ...excluded.map((pattern) => `!${pattern}`)].join(', ');
}

/**
 * Whether a selection is exact names alone: then the regions need not be looked up.
 *
 * @example
 * ```ts
 * isExact(parseSelection(['us-east-1', 'eu-west-1'])); // true
 * isExact(parseSelection(['us-east-1', 'eu-*'])); // false
 * ```
 */
export function isExact(selection: Selection): boolean {
  return selection.exact.length > 0 && selection.globs.length === 0 && selection.excluded.length === 0;
}

/**
 * The regions of `base` that a selection takes, in the order of `base`, each once. What is left out is left out wherever it
 * stands among the patterns; a selection that only leaves out starts from all of `base`.
 *
 * `known` is every region there is, to tell an exclusion that does not matter here (`!me-*` where the set has none of them)
 * from a typo; without it, only `base` is known.
 *
 * @throws NoRegionError when a pattern takes in nothing, leaves out what does not exist, or nothing is left over.
 *
 * @example
 * ```ts
 * selectRegions(parseSelection(['eu-*', '!eu-south-*']), ['eu-south-1', 'eu-west-1', 'us-east-1']); // ['eu-west-1']
 * ```
 */
export function selectRegions(
  selection: Selection,
  base: readonly string[],
  known: readonly string[] = base,
): readonly string[] {
  const everywhere = [...base, ...known];
  const wanted = [...selection.exact, ...selection.globs].map((pattern) => including(pattern, base, everywhere));
  const unwanted = selection.excluded.map((pattern) => excluding(pattern, everywhere));
  const taken = (name: string) => wanted.length === 0 || wanted.some((matches) => matches(name));
  const left = [...new Set(base)].filter((name) => taken(name) && !unwanted.some((matches) => matches(name)));
  if (left.length === 0) throw nothingLeft(selection, base);
  return left;
}

function including(pattern: string, base: readonly string[], known: readonly string[]): (name: string) => boolean {
  const matches = compileGlob(pattern);
  if (base.some(matches)) return matches;
  const elsewhere = known.find(matches);
  const aside = elsewhere === undefined ? '' : ` (${elsewhere} is a region, but not of this set)`;
  throw noMatch(`no region of this set matches ${quoted(pattern)}${aside}`, pattern, base);
}

function excluding(pattern: string, known: readonly string[]): (name: string) => boolean {
  const matches = compileGlob(pattern);
  if (known.some(matches)) return matches;
  throw noMatch(`no region matches ${quoted(pattern)}, which is to be left out`, pattern, known);
}

function noMatch(message: string, pattern: string, names: readonly string[]): NoRegionError {
  const near = nearest(pattern, names);
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  return new NoRegionError(message + hint, { pattern, nearest: near });
}

function nothingLeft({ excluded }: Selection, base: readonly string[]): NoRegionError {
  if (base.length === 0) return new NoRegionError('this set has no regions to choose from');
  const patterns = excluded.map((pattern) => quoted(`!${pattern}`)).join(', ');
  return new NoRegionError(`every region is left out by ${patterns}: keep at least one`);
}
