import { LocalCloudOptionsError } from './options-error.js';

/** An object with the names in `known`, and no others. Throws {@link LocalCloudOptionsError} for anything else. */
export function checkShape<T extends object>(option: string, given: T, known: readonly (keyof T)[]): T {
  checkKind(option, given, isObject(given), `an object of ${known.join(', ')}`);
  const strange = Object.keys(given).find((name) => !known.includes(name as keyof T));
  if (strange === undefined) return given;
  throw new LocalCloudOptionsError(
    option === 'options' ? strange : `${option}.${strange}`,
    `there is no such option; give any of ${known.join(', ')}.`,
  );
}

/** Refuses what is not of the kind that the option wants. */
export function checkKind(option: string, given: unknown, fits: boolean, wanted: string): void {
  if (!fits) throw new LocalCloudOptionsError(option, `is ${shown(given)}; give ${wanted}.`);
}

/** Whether it is an object that can have named members. */
export function isObject(given: unknown): given is object {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

/** Texts are quoted; what has members is named by its kind, since a key may be among them. */
function shown(given: unknown): string {
  if (typeof given === 'string') return `'${given}'`;
  if (Array.isArray(given)) return 'a list';
  return isObject(given) ? 'an object' : typeof given === 'function' ? 'a function' : String(given);
}
