import { hasName } from '../../errors/has-name.js';
import { ServiceSetError } from '../../errors/service-set-error.js';

/** The facts of an HTTP answer, in the SDK's form, so that its retries know a server's fault. */
export interface AnswerMetadata {
  readonly httpStatusCode: number;
  readonly requestId?: string | undefined;
}

/** An answer was not the operation's own: a page of a proxy or portal, another service's, an empty or a broken one. */
export class UnexpectedBodyError extends ServiceSetError {
  override readonly name = 'UnexpectedBodyError';
  readonly operation: string;
  /** `html`, `empty`, `cut short`, or what was found instead. */
  readonly found: string;
  readonly $metadata: AnswerMetadata;

  constructor(operation: string, found: string, metadata: AnswerMetadata, options?: ErrorOptions) {
    super(
      `${operation} answered ${metadata.httpStatusCode} with a body that is not its own (${found}): ` +
        (found === 'cut short'
          ? 'ask again; if it goes on, look for a proxy that ends connections early'
          : 'look for a proxy, a captive portal or a wrong endpoint between here and the service'),
      options,
    );
    this.operation = operation;
    this.found = found;
    this.$metadata = { ...metadata };
  }
}

/** Whether the error is an {@link UnexpectedBodyError}. */
export function isUnexpectedBodyError(error: unknown): error is UnexpectedBodyError {
  return hasName<UnexpectedBodyError>(error, 'UnexpectedBodyError');
}
