/** An error that the service answers with, in its own wire form. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** The service's own code, such as `InvalidVolume.NotFound`. */
  readonly code: string;
  /** The HTTP status. */
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
