import { createHmac, timingSafeEqual } from 'node:crypto';
import { ApiError } from '../../../wire/api-error.js';

/** Makes tokens that only it can read, each for one question. */
export class NextTokens {
  readonly #key: Buffer;

  /** @param key - what the tokens are signed with; secret */
  constructor(key: Buffer) {
    this.#key = key;
  }

  /** @param scope - what is asked, and by whom: a token is good for the same alone */
  write(scope: unknown, place: object): string {
    const body = Buffer.from(JSON.stringify(place)).toString('base64url');
    return Buffer.from(`${body}.${this.#sign(scope, body).toString('base64url')}`).toString('base64');
  }

  /** Throws {@link ApiError} `InvalidNextToken` for one that was not made for this question. */
  read(scope: unknown, token: string): unknown {
    const [body = '', signature = ''] = Buffer.from(token, 'base64').toString().split('.');
    const given = Buffer.from(signature, 'base64url');
    const expected = this.#sign(scope, body);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new ApiError('InvalidNextToken', 'The specified next token is not valid.');
    }
    return JSON.parse(Buffer.from(body, 'base64url').toString());
  }

  #sign(scope: unknown, body: string): Buffer {
    return createHmac('sha256', this.#key)
      .update(`${JSON.stringify(scope)}\n${body}`)
      .digest();
  }
}
