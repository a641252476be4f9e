import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';

/** @throws OptionError for a text that is missing or none, without showing what was given: it may be a secret */
export function checkTexts(
  call: string,
  options: object,
  needed: readonly string[],
  possible: readonly string[] = [],
): void {
  checkNames(call, options, [...needed, ...possible]);
  const given = options as Readonly<Record<string, unknown>>;
  for (const name of needed) {
    if (typeof given[name] !== 'string' || given[name] === '') throw new OptionError(`${call}: give ${name}, a text`);
  }
  const odd = possible.find(
    (name) => given[name] !== undefined && (typeof given[name] !== 'string' || given[name] === ''),
  );
  if (odd !== undefined) throw new OptionError(`${call}: ${odd} is no text; leave it out, or give one`);
  const { authUrl } = given;
  if (authUrl !== undefined && !URL.canParse(String(authUrl))) throw new OptionError(`${call}: authUrl is no address`);
}
