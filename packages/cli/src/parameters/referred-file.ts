import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { UsageError } from '../errors/cli-error.js';

const text = 'file://';
const binary = 'fileb://';

/** What a `file://PATH` (a text) or `fileb://PATH` (bytes) refers to; `undefined` when it is neither. */
export function referredFile(given: string, cwd: string): string | Uint8Array | undefined {
  if (given.startsWith(binary)) return read(given.slice(binary.length), cwd);
  if (given.startsWith(text)) return Buffer.from(read(given.slice(text.length), cwd)).toString('utf8');
  return undefined;
}

/** The bytes of a file, by a path as the AWS CLI takes it. @throws UsageError when it cannot be read */
export function read(path: string, cwd: string): Uint8Array {
  try {
    return readFileSync(
      resolve(
        cwd,
        path.replace(/^~(?=\/|$)/, () => join(homedir())),
      ),
    );
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`, {
      cause: error,
    });
  }
}
