import { hasName } from '@proj/core';
import { CloudFilesError } from './cloud-files-error.js';

/** An object was written by somebody else while it was read by several requests. */
export class ChangedError extends CloudFilesError {
  override readonly name = 'ChangedError';
  readonly object: string;

  constructor(object: string) {
    super(`${object} was written while it was read; read it again`);
    this.object = object;
  }
}

/** Whether the error is a {@link ChangedError}. */
export function isChangedError(error: unknown): error is ChangedError {
  return hasName<ChangedError>(error, 'ChangedError');
}
