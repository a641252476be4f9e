import { startLocalCloud } from '@proj/local';
import { requireLoopback } from '../call/loopback.js';
import { helpOf, readLevel, type Said } from '../command-line/level.js';
import { UsageError } from '../errors/cli-error.js';
import { exitCodes } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Printer } from '../host/printer.js';
import { shown } from '../names/shown.js';
import { cloudText } from './cloud-text.js';
import { localLevel, localOptions } from './local-level.js';

/** `serviceset local`: a cloud on this machine until Ctrl-C. */
export async function localCommand({ words }: Said, host: Host): Promise<number> {
  const printer = new Printer(host.stdout);
  const said = readLevel(localLevel(), words);
  if (said.values['help'] === true || said.words[0] === 'help') {
    await printer.print(helpOf(localLevel(), host.stdout.columns ?? 100));
    return exitCodes.complete;
  }
  const [word] = said.words;
  if (word !== undefined) throw new UsageError(`${shown(word)} belongs to no option (serviceset local --help)`);
  await using cloud = await startLocalCloud(localOptions(said.values));
  requireLoopback(cloud.url);
  await printer.print(cloudText(cloud));
  await ended(host.signal);
  return exitCodes.complete;
}

/** Being told to end is how this command ends well. */
function ended(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
