import { InvalidArgumentError, Option } from 'commander';
import { PlainOption } from './plain-option.js';

/** The forms of output. */
export const outputs = ['table', 'json', 'ndjson'] as const;

const group = 'Where and how:';

/** The options that every call takes. They may stand before the service, after it and after the operation. */
export function commonOptions(): readonly Option[] {
  return [
    option('regions', '<list>', "names, globs and exclusions: 'eu-*,!me-*' (default: every enabled region)", listed),
    option('region', '<name>', 'this one region'),
    option('local', '', 'on an embedded cloud of its own: no account, no network'),
    option('output', '<form>', 'how to print it', undefined).choices([...outputs]),
    option('timeout', '<ms>', 'for one region; of a listing, for each of its pages', wholeNumber),
    option('deadline', '<ms>', 'for all regions together', wholeNumber),
    option('concurrency', '<n>', 'how many regions are asked at once', wholeNumber),
    option('no-breaker', '', 'also try what could not be reached in the last ten minutes'),
    option('profile', '<name>', 'of the shared configuration files'),
    option('endpoint-url', '<url>', 'where to send the requests instead'),
    option('cli-input-json', '<json>', 'the input as a whole, or file://PATH; parameters by name go over it'),
    option('max-items', '<n>', 'stop after so many items of all regions together', wholeNumber),
    option('page-size', '<n>', 'how many items to ask for at once', wholeNumber),
    option('starting-token', '<token>', 'go on from here, in the one region that is named'),
    option('no-paginate', '', 'one page of each region, with its token'),
    option('allow-unknown-values', '', 'send values that the installed client does not list'),
  ];
}

/** The option for help, at every level. */
export function helpOption(): Option {
  return new Option('-h, --help', 'say what there is').helpGroup('Also:');
}

function option(
  name: string,
  value: string,
  description: string,
  read?: (text: string, before: readonly string[] | undefined) => readonly string[] | number,
): PlainOption {
  const made = new PlainOption(name, value, description);
  made.helpGroup(group);
  if (read !== undefined)
    made.argParser<unknown>((text, before) => read(text, before as readonly string[] | undefined));
  return made;
}

function listed(text: string, before: readonly string[] | undefined): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  return [...(before ?? []), ...names.filter((name) => name !== '')];
}

/** A whole number, more than nothing. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value > 0 && Number.isSafeInteger(value)) return value;
  throw new InvalidArgumentError('Give a whole number, 1 or more.');
}
