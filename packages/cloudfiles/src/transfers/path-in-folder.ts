import { mkdir, realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { hasName } from '@proj/core';
import { CloudFilesError } from '../errors/cloud-files-error.js';

/** A name would lead out of the folder that objects are to be downloaded into. Nothing was written. */
export class UnsafeNameError extends CloudFilesError {
  override readonly name = 'UnsafeNameError';
  readonly object: string;

  constructor(name: string, folder: string, why: string) {
    super(
      `${JSON.stringify(name)} is not written into ${folder}: it ${why}; give a path of your own by downloadFile(path)`,
    );
    this.object = name;
  }
}

/**
 * Whether the error is an {@link UnsafeNameError}.
 *
 * @example
 * ```ts
 * if (isUnsafeNameError(error)) console.error(error.object);
 * ```
 */
export function isUnsafeNameError(error: unknown): error is UnsafeNameError {
  return hasName<UnsafeNameError>(error, 'UnsafeNameError');
}

/** Where a name is written in a folder, whose folders are made. Whoever wrote the name chose it: it must not choose what else is written over. */
export async function pathInFolder(folder: string, name: string): Promise<string> {
  const flaw = flawOf(name);
  if (flaw !== undefined) throw new UnsafeNameError(name, folder, flaw);
  const path = join(folder, ...name.split('/'));
  await mkdir(folder, { recursive: true });
  await refuseLinks(folder, name);
  await mkdir(dirname(path), { recursive: true });
  return path;
}

function flawOf(name: string): string | undefined {
  if (name.includes('\0')) return 'has a zero byte in it';
  if (name.startsWith('/')) return 'begins at the root';
  if (name.endsWith('/')) return 'ends as a folder does';
  if (sep === '\\' && /[\\:]/.test(name)) return 'has a backslash or a colon in it';
  const parts = name.split('/');
  if (parts.includes('..')) return 'leads upwards';
  return parts.some((part) => part === '' || part === '.') ? 'has an empty part' : undefined;
}

/** A link in the folder may lead anywhere. */
async function refuseLinks(folder: string, name: string): Promise<void> {
  const root = await realpath(folder);
  let at = folder;
  for (const part of name.split('/')) {
    at = join(at, part);
    const real = await realpath(at).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (real === undefined) return;
    const inside = relative(root, real);
    if (inside === '..' || inside.startsWith(`..${sep}`) || real === root) {
      throw new UnsafeNameError(name, folder, 'leads by a link to somewhere else');
    }
  }
}
