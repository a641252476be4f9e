import { ApiError } from '../../../wire/api-error.js';

/** What an error of S3 has beside its code and its sentence. */
export interface ErrorExtras {
  /** Elements of the error document, in the order in which they are written. */
  readonly details?: Readonly<Record<string, string | number | undefined>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** An error that S3 answers with. */
export class S3Error extends ApiError {
  readonly details: Readonly<Record<string, string | number | undefined>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: string, message: string, status = 400, { details = {}, headers = {} }: ErrorExtras = {}) {
    super(code, message, status);
    this.details = details;
    this.headers = headers;
  }
}
