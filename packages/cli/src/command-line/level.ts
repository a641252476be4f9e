import { Command, CommanderError, type Option } from 'commander';
import { UsageError } from '../errors/cli-error.js';

/** One level of the command line: what may stand before the service, after it, and after the operation. */
export interface Level {
  /** What has been said so far: `serviceset ec2`. */
  readonly name: string;
  readonly usage: string;
  /** What the help says first. */
  readonly about: () => string;
  readonly options: readonly Option[];
  /** Whether a word ends the level: what follows it is the next one's. */
  readonly endsAtWord: boolean;
}

/** What a level of the command line says. */
export interface Said {
  readonly values: Readonly<Record<string, unknown>>;
  /** The words that belong to no option. */
  readonly words: readonly string[];
}

/** Reads one level. @throws UsageError for an option that there is not, naming the nearest, and for one without its value */
export function readLevel(level: Level, args: readonly string[]): Said {
  const command = commandOf(level);
  try {
    command.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw new UsageError(`${sentence(error.message)} (${level.name} --help says what there is)`, { cause: error });
  }
  return { values: command.opts(), words: command.args };
}

/** The level's help. `columns`: how wide it may be. */
export function helpOf(level: Level, columns: number): string {
  const command = commandOf(level).description(level.about());
  command.configureHelp({ helpWidth: columns, visibleArguments: () => [] });
  return command.helpInformation();
}

function commandOf({ name, usage, options, endsAtWord }: Level): Command {
  const command = new Command(name).usage(usage).helpOption(false).exitOverride();
  command
    .configureOutput({ writeErr: () => {} })
    .argument('[words...]')
    .allowExcessArguments();
  if (endsAtWord) command.passThroughOptions();
  for (const option of options) command.addOption(option);
  return command;
}

/** Commander's own words on one line: `unknown option '--volum-ids' (Did you mean --volume-ids?)`. */
function sentence(message: string): string {
  return message.replace(/^error: /, '').replaceAll('\n', ' ');
}
