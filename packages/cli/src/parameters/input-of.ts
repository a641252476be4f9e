import { UsageError } from '../errors/cli-error.js';
import type { Operation } from '../services/operation.js';
import { argumentsOf } from './argument.js';
import { convert } from './convert.js';

/**
 * The input of an operation: what `--cli-input-json` says, and over it what was given by name.
 *
 * @throws UsageError when a member that has to be there is not, naming them by their arguments
 */
export function inputOf(operation: Operation, base: unknown, named: ReadonlyMap<string, unknown>): object {
  const whole = { ...partOf(operation, base), ...Object.fromEntries(named) };
  const absent = argumentsOf(operation).filter(({ member, required }) => required && !(member in whole));
  if (absent.length === 0) return whole;
  const names = absent.map(({ name }) => `--${name}`).join(', ');
  throw new UsageError(`${operation.commandName} needs ${names}`);
}

/** What the JSON gives, member by member: the rest may be given by name. */
function partOf(operation: Operation, base: unknown): object {
  if (base === undefined) return {};
  const path = '--cli-input-json';
  if (typeof base !== 'object' || base === null || Array.isArray(base))
    throw new UsageError(`${path}: give an object with the operation's members`);
  const shapes = new Map(argumentsOf(operation).map(({ member, shape }) => [member, shape]));
  const values = Object.entries(base).map(([name, value]) => {
    const shape = shapes.get(name);
    // The whole structure's own message names the nearest member.
    const checked =
      shape === undefined ? convert({ [name]: value }, operation.input, { path, words: false }) : undefined;
    return [name, shape === undefined ? checked : convert(value, shape, { path: `${path}.${name}`, words: false })];
  });
  return Object.fromEntries(values);
}
