import { helpOf, readLevel, type Said } from '../command-line/level.js';
import { UsageError } from '../errors/cli-error.js';
import { topLevel } from '../help/top-level.js';
import { versionText } from '../help/version-text.js';
import { exitCodes } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Printer } from '../host/printer.js';

/** Reads the first level of the command line, and leaves the rest to the command that its first word names. */
export async function commandLine(args: readonly string[], host: Host): Promise<number> {
  const level = topLevel(host.cwd);
  const said = readLevel(level, args);
  if (said.values['version'] === true) return printed(versionText(), host);
  const [word, ...rest] = said.words;
  if (word === 'help' || said.values['help'] === true) return printed(helpOf(level, host.stdout.columns ?? 100), host);
  if (word === undefined)
    throw new UsageError('say which service and operation: serviceset ec2 describe-volumes (--help says more)');
  return commandOf(word)({ ...said, words: rest }, host);
}

type Command = (said: Said, host: Host) => Promise<number>;

/** The command that a word names, loaded only now: `--version` needs no cloud, and `regions` no client. */
function commandOf(word: string): Command {
  if (word === 'regions')
    return async (said, host) => (await import('../regions/regions-command.js')).regionsCommand(said, host);
  if (word === 'local')
    return async (said, host) => (await import('../local/local-command.js')).localCommand(said, host);
  return async (said, host) => (await import('./service-command.js')).serviceCommand(word, said, host);
}

async function printed(text: string, host: Host): Promise<number> {
  await new Printer(host.stdout).print(text);
  return exitCodes.complete;
}
