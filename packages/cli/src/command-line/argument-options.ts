import { UsageError } from '../errors/cli-error.js';
import { skeleton } from '../help/skeleton.js';
import type { Argument } from '../parameters/argument.js';
import { isSwitch } from '../parameters/argument.js';
import { readArgument } from '../parameters/read-argument.js';
import { PlainOption } from './plain-option.js';

/** The options that stand for a parameter: one, or two that say yes and no. */
export function optionsFor(argument: Argument): readonly PlainOption[] {
  const { name, negative, form, required } = argument;
  const heading = required ? 'Required:' : 'Parameters:';
  const made = (option: string, value: string, description: string): PlainOption => {
    const one = new PlainOption(option, value, description);
    one.helpGroup(heading);
    return one;
  };
  if (negative !== undefined) return [made(name, '', ''), made(negative, '', '')];
  if (form === 'list') return [made(name, '<values...>', skeleton(argument.shape))];
  return [made(name, '<value>', skeleton(argument.shape))];
}

/**
 * The values of the parameters that were given, by member of the input.
 *
 * @throws UsageError for a value that cannot be one, and for a yes together with its no
 */
export function argumentValues(
  client: string,
  args: readonly Argument[],
  values: Readonly<Record<string, unknown>>,
  cwd: string,
): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const argument of args) {
    const value = argument.negative === undefined ? written(argument, values, cwd) : switched(client, argument, values);
    if (value !== undefined) found.set(argument.member, value);
  }
  return found;
}

function written(argument: Argument, values: Readonly<Record<string, unknown>>, cwd: string): unknown {
  const texts = values[argument.name] as string | readonly string[] | undefined;
  if (texts === undefined) return undefined;
  return readArgument(argument, typeof texts === 'string' ? [texts] : texts, cwd);
}

function switched(client: string, argument: Argument, values: Readonly<Record<string, unknown>>): unknown {
  const { name, negative = '', shape } = argument;
  const [yes, no] = [values[name] === true, values[negative] === true];
  if (yes && no) throw new UsageError(`give --${name} or --${negative}, not both`);
  if (!yes && !no) return undefined;
  return isSwitch(client, shape) ? { Value: yes } : yes;
}
