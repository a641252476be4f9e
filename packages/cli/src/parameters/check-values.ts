import { UsageError } from '../errors/cli-error.js';
import { nearest } from '../names/nearest.js';
import { shown } from '../names/shown.js';
import { knownValues, type Values } from '../services/known-values.js';
import type { Operation } from '../services/operation.js';
import type { Service } from '../services/service.js';
import { membersOf, type Shape } from '../services/shape.js';
import { argumentsOf } from './argument.js';

/**
 * Refuses a word where the client lists the words that there are, and this is none of them. A service may know newer ones than the
 * client that is installed: hence `--allow-unknown-values`.
 *
 * @throws UsageError that names the nearest
 */
export function checkValues(service: Service, operation: Operation, input: object): void {
  const known = knownValues(service);
  const names = new Map(argumentsOf(operation).map(({ member, name }) => [member, `--${name}`]));
  checkMembers(input, operation.input, known, (member) => names.get(member) ?? member);
}

function checkMembers(value: object, shape: Shape, known: Values, pathOf: (member: string) => string): void {
  for (const { name, shape: member } of membersOf(shape)) {
    const given = (value as Readonly<Record<string, unknown>>)[name];
    if (given !== undefined)
      check(given, member, { path: pathOf(name), known, words: known(shape.getName() ?? '', name) });
  }
}

interface Known {
  readonly path: string;
  readonly known: Values;
  /** The words that there are here; `undefined` where any may be. */
  readonly words: readonly string[] | undefined;
}

function check(given: unknown, shape: Shape, { path, known, words }: Known): void {
  if (Array.isArray(given)) {
    for (const [at, item] of given.entries())
      check(item, shape.getValueSchema(), { path: `${path}[${at}]`, known, words });
  } else if (shape.isStructSchema() && typeof given === 'object' && given !== null) {
    checkMembers(given, shape, known, (member) => `${path}.${member}`);
  } else if (typeof given === 'string' && words !== undefined && !words.includes(given)) {
    throw unknownWord(given, path, words);
  }
}

const most = 12;

function unknownWord(given: string, path: string, words: readonly string[]): UsageError {
  const near = nearest(given, words);
  const few = words.length <= most ? `; there are ${words.join(', ')}` : '';
  const hint = near === undefined ? few : `; did you mean ${near}?`;
  return new UsageError(
    `${path}: the client does not list ${shown(given)}${hint} (--allow-unknown-values sends it all the same)`,
  );
}
