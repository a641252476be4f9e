import { ServiceException } from '@smithy/core/client';

/**
 * What SimpleDB refuses, or fails at: the base of its exceptions, and what an unknown error code is given as.
 *
 * `name` is the service's error code; `$metadata` has the status, the request id and what the request cost in BoxUsage.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/APIError.html
 * @example
 * ```ts
 * if (error instanceof SimpleDBServiceException) console.log(error.name, error.$metadata.httpStatusCode);
 * ```
 */
export class SimpleDBServiceException extends ServiceException {
  /** What the refused request cost, in hours of a machine, where the service says so. */
  declare readonly BoxUsage?: number;

  constructor(options: ConstructorParameters<typeof ServiceException>[0]) {
    super(options);
    Object.setPrototypeOf(this, new.target.prototype);
  }
}
