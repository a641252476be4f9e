import { OptionError } from '@proj/core';

/** @throws OptionError unless the value is a whole number within the bounds */
export function checkWhole(what: string, value: number | undefined, least: number, most = 2_147_483_647): void {
  if (value === undefined) return;
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new OptionError(`${what} is ${String(value)}; give a whole number from ${least} to ${most}`);
}

/** @throws OptionError unless there are so many of them */
export function checkCount(what: string, list: readonly unknown[], least: number, most: number): void {
  if (Array.isArray(list) && list.length >= least && list.length <= most) return;
  const count = Array.isArray(list) ? String(list.length) : 'no list';
  throw new OptionError(`${what}: ${count} given; S3 takes ${least} to ${most}`);
}

/** @throws OptionError unless the value is one of them */
export function checkOneOf(what: string, value: unknown, among: readonly unknown[]): void {
  if (among.includes(value)) return;
  throw new OptionError(`${what} is ${JSON.stringify(value)}; there are ${among.join(', ')}`);
}

/** @throws OptionError if a name is there twice */
export function checkUnique(what: string, names: readonly (string | undefined)[]): void {
  const given = names.filter((name) => name !== undefined);
  const twice = given.find((name, index) => given.indexOf(name) !== index);
  if (twice !== undefined) throw new OptionError(`${what} ${JSON.stringify(twice)} is given twice`);
}

/** @throws OptionError with the sentence, where that is so */
export function refuseIf(isWrong: boolean, sentence: string): void {
  if (isWrong) throw new OptionError(sentence);
}
