import { ApiError } from '../../wire/api-error.js';
import { statusLine } from './wire/statuses.js';

/** What an error of Swift's has beside its status. */
export interface SwiftErrorExtras {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** @defaultValue `text/html; charset=UTF-8` */
  readonly type?: string | undefined;
}

/** An error that Swift answers with: its status says all that there is to know; a body is for people. */
export class SwiftError extends ApiError {
  /** What is said in place of the usual page. */
  readonly text: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly type: string;

  constructor(
    status: number,
    text?: string,
    { headers = {}, type = 'text/html; charset=UTF-8' }: SwiftErrorExtras = {},
  ) {
    super(statusLine(status), text ?? statusLine(status), status);
    this.text = text;
    this.headers = headers;
    this.type = type;
  }
}

/** What makes no sense. */
export function badRequest(text: string): SwiftError {
  return new SwiftError(400, text);
}

/** What is more, or other, than an object or its metadata may be. */
export function unfit(text: string, status: number = 400): SwiftError {
  return new SwiftError(status, text, { type: 'text/plain' });
}

/** What is not there. */
export function notFound(): SwiftError {
  return new SwiftError(404);
}
