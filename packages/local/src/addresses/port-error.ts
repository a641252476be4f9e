/** The port that {@link startLocalCloud} was given cannot be listened on; the message says why, and what to do. */
export class LocalCloudPortError extends Error {
  override readonly name = 'LocalCloudPortError';
  /** The port that was asked for; 0 when it was any. */
  readonly port: number;
  /** Node's own code, such as `EADDRINUSE`. */
  readonly code: string | undefined;

  constructor(port: number, cause: unknown) {
    const code = codeOf(cause);
    super(
      `startLocalCloud: port ${port} of 127.0.0.1 ${reason(code)}; give another, or none to get one that is free.`,
      {
        cause,
      },
    );
    this.port = port;
    this.code = code;
  }
}

/** Whether an error is a {@link LocalCloudPortError}, whichever copy of this package made it. */
export function isLocalCloudPortError(error: unknown): error is LocalCloudPortError {
  return error instanceof Error && error.name === 'LocalCloudPortError';
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

function reason(code: string | undefined): string {
  if (code === 'EADDRINUSE') return 'is taken, perhaps by a local cloud that was not closed';
  if (code === 'EACCES') return 'needs rights that this process has not';
  return `cannot be listened on (${code ?? 'no code'})`;
}
