import { isServiceSetError, type ServiceSetError } from './service-set-error.js';

/**
 * What every guard asks: is it ours, and is this its name? `instanceof` would fail between two installed copies.
 *
 * @example
 * ```ts
 * export function isQuotaError(error: unknown): error is QuotaError {
 *   return hasName<QuotaError>(error, 'QuotaError');
 * }
 * ```
 */
export function hasName<E extends ServiceSetError>(error: unknown, name: E['name']): error is E {
  return isServiceSetError(error) && error.name === name;
}
