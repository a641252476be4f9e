import { ApiError } from '../../../wire/api-error.js';

/** The idempotency tokens that calls came with, and what was made for each. */
export class ClientTokens {
  readonly #made = new Map<string, { readonly request: string; readonly id: string }>();

  /**
   * What the same request under the same token made before. Throws {@link ApiError} when the token came with another.
   *
   * @param scope - what the token is unique in: the account and the action
   * @param request - all that the request asks for, as text
   */
  find(scope: string, token: string, request: string): string | undefined {
    const known = this.#made.get(`${scope}/${token}`);
    if (known && known.request !== request) {
      throw new ApiError('IdempotentParameterMismatch', 'The client token was already used with other parameters.');
    }
    return known?.id;
  }

  remember(scope: string, token: string, request: string, id: string): void {
    this.#made.set(`${scope}/${token}`, { request, id });
  }
}
