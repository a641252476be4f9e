import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ApiError } from '../../wire/api-error.js';

/** Makes tokens that only it can read, each for one question. */
export class NextTokens {
  readonly #key = randomBytes(32);
  readonly #refusal: () => ApiError;

  /** @param refusal - the service's error for a token that was not made for the question */
  constructor(refusal: () => ApiError) {
    this.#refusal = refusal;
  }

  /** @param scope - what is asked, and by whom: a token is good for the same alone */
  write(scope: unknown, place: object): string {
    const body = Buffer.from(JSON.stringify(place)).toString('base64url');
    return Buffer.from(`${body}.${this.#sign(scope, body).toString('base64url')}`).toString('base64');
  }

  /** Throws the service's {@link ApiError} for one that was not made for this question. */
  read(scope: unknown, token: string): unknown {
    const [body = '', signature = ''] = Buffer.from(token, 'base64').toString().split('.');
    const given = Buffer.from(signature, 'base64url');
    const expected = this.#sign(scope, body);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw this.#refusal();
    }
    return JSON.parse(Buffer.from(body, 'base64url').toString());
  }

  #sign(scope: unknown, body: string): Buffer {
    return createHmac('sha256', this.#key)
      .update(`${JSON.stringify(scope)}\n${body}`)
      .digest();
  }
}
