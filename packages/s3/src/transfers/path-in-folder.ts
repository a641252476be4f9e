import { mkdir, realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { hasName } from '@proj/core';
import { S3Error } from '../errors/s3-error.js';

/** A key would lead out of the folder that objects are to be downloaded into. Nothing was written. */
export class UnsafeKeyError extends S3Error {
  override readonly name = 'UnsafeKeyError';
  readonly key: string;

  constructor(key: string, folder: string, why: string) {
    super(
      `${JSON.stringify(key)} is not written into ${folder}: it ${why}; give a path of your own by downloadFile(path)`,
    );
    this.key = key;
  }
}

/**
 * Whether the error is an {@link UnsafeKeyError}.
 *
 * @example
 * ```ts
 * if (isUnsafeKeyError(error)) console.error(error.key);
 * ```
 */
export function isUnsafeKeyError(error: unknown): error is UnsafeKeyError {
  return hasName<UnsafeKeyError>(error, 'UnsafeKeyError');
}

/** Where a key is written in a folder, whose folders are made. Whoever wrote the key chose it: it must not choose what else is written over. */
export async function pathInFolder(folder: string, key: string): Promise<string> {
  const flaw = flawOf(key);
  if (flaw !== undefined) throw new UnsafeKeyError(key, folder, flaw);
  const path = join(folder, ...key.split('/'));
  await mkdir(folder, { recursive: true });
  await refuseLinks(folder, key);
  await mkdir(dirname(path), { recursive: true });
  return path;
}

function flawOf(key: string): string | undefined {
  if (key.includes('\0')) return 'has a zero byte in it';
  if (key.startsWith('/')) return 'begins at the root';
  if (key.endsWith('/')) return 'ends as a folder does';
  if (sep === '\\' && /[\\:]/.test(key)) return 'has a backslash or a colon in it';
  const parts = key.split('/');
  if (parts.includes('..')) return 'leads upwards';
  return parts.some((part) => part === '' || part === '.') ? 'has an empty part' : undefined;
}

/** A link in the folder may lead anywhere. */
async function refuseLinks(folder: string, key: string): Promise<void> {
  const root = await realpath(folder);
  let at = folder;
  for (const part of key.split('/')) {
    at = join(at, part);
    const real = await realpath(at).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (real === undefined) return;
    const inside = relative(root, real);
    if (inside === '..' || inside.startsWith(`..${sep}`) || real === root) {
      throw new UnsafeKeyError(key, folder, 'leads by a link to somewhere else');
    }
  }
}
