import { hasName, isServiceSetError, ServiceSetError } from '@proj/core';

/** Base of what the command line itself refuses or cannot do. */
export class CliError extends ServiceSetError {
  override readonly name: string = 'CliError';
}

/** The command cannot be carried out as it is written: nothing was sent. Exit code 2. */
export class UsageError extends CliError {
  override readonly name = 'UsageError';
}

/** Whether the error is a {@link UsageError}. */
export function isUsageError(error: unknown): error is UsageError {
  return hasName<UsageError>(error, 'UsageError');
}

const names: ReadonlySet<unknown> = new Set(['CliError', 'UsageError', 'ShorthandError']);

/** Whether the error is one of the command line's own. */
export function isCliError(error: unknown): error is CliError {
  return isServiceSetError(error) && names.has(error.name);
}
