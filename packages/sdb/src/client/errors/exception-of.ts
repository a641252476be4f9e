import type { ResponseMetadata, RetryableTrait } from '@smithy/types';
import { SimpleDBServiceException } from './simpledb-service-exception.js';

/** What an exception is made of; tests of one's own make them too. */
export interface ExceptionOptions {
  readonly message?: string;
  readonly $metadata?: ResponseMetadata;
}

/** The class of the exceptions of one error code, for `instanceof`. */
export interface ExceptionClass<Code extends string = string> {
  new (options?: ExceptionOptions): SimpleDBServiceException & { readonly name: Code };
  readonly code: Code;
  /** The HTTP status that comes with it. */
  readonly status: number;
  readonly fault: 'client' | 'server';
}

/** The class of one error code; `retryable` for those that the service asks to send again. */
export function exceptionOf<Code extends string>(
  code: Code,
  status: number,
  retryable?: RetryableTrait,
): ExceptionClass<Code> {
  const fault = status < 500 ? 'client' : 'server';
  const made = class extends SimpleDBServiceException {
    static readonly code = code;
    static readonly status = status;
    static readonly fault = fault;
    override readonly name = code;

    constructor({ message, $metadata = {} }: ExceptionOptions = {}) {
      super({ name: code, $fault: fault, $metadata, ...(message === undefined ? {} : { message }) });
      if (retryable !== undefined) this.$retryable = retryable;
    }
  };
  Object.defineProperty(made, 'name', { value: code });
  return made;
}
