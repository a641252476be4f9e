import { OptionError } from '../../errors/option-error.js';
import { BreakerFile } from '../../guards/breaker-file.js';
import { processBreakers } from '../../guards/breakers.js';
import { isPublicEndpoint } from './public-endpoint.js';

/**
 * Remembers in a file which endpoints could not be reached, so that the next process skips them at once, for ten minutes from the
 * failure. For commands that live shorter than a breaker does. Disposing of what it gives writes the file and ends it.
 *
 * Only AWS's own public endpoints are remembered, never one that was given by `endpoint`, the environment or the profile. The file
 * is replaced whole, for its owner alone to read; one that is damaged, of a later version or cannot be written is as good as none.
 * Throws an `OptionError` for what is no path.
 *
 * @example
 * ```ts
 * await using memory = await rememberBreakers(join(homedir(), '.cache', 'serviceset', 'breakers.json'));
 * await ec2.describeVolumes({}).settled();
 * ```
 */
export async function rememberBreakers(file: string): Promise<AsyncDisposable> {
  if (typeof file !== 'string' || file === '') throw new OptionError('rememberBreakers(file): give the path of a file');
  const memory = new BreakerFile(file, processBreakers, isPublicEndpoint);
  await memory.read();
  return memory;
}
