/** An option of {@link startLocalCloud} that cannot be; the message says which, what it was, and what it may be. */
export class LocalCloudOptionsError extends TypeError {
  override readonly name = 'LocalCloudOptionsError';
  /** The option, such as `faults.eu-west-1`. */
  readonly option: string;

  constructor(option: string, problem: string, options?: ErrorOptions) {
    super(`${option}: ${problem}`, options);
    this.option = option;
  }
}

/** Whether an error is a {@link LocalCloudOptionsError}, whichever copy of this package made it. */
export function isLocalCloudOptionsError(error: unknown): error is LocalCloudOptionsError {
  return error instanceof Error && error.name === 'LocalCloudOptionsError';
}
