import type { Codec } from './codec.js';
import { CodecError } from './codec-error.js';

/** The body as it is: a text. */
export const raw: Codec<string> = { encode: (text) => text, decode: (text) => text };

/**
 * Bodies of JSON.
 *
 * @throws CodecError for what has no JSON, and for a body that is none
 */
export function json<T = unknown>(): Codec<T> {
  return {
    encode: (value) => {
      const text = JSON.stringify(value) as string | undefined;
      if (text === undefined) throw new CodecError('json', 'encode', `a ${typeof value} has no JSON`);
      return text;
    },
    decode: (body) => {
      try {
        return JSON.parse(body) as T;
      } catch (cause) {
        throw new CodecError('json', 'decode', 'the body is no JSON', { cause });
      }
    },
  };
}

const base64Form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;

/**
 * Texts in base64, as boto's `Message` writes them. What is no base64 is read as it is, as boto does.
 */
export const base64: Codec<string> = {
  encode: (text) => Buffer.from(text, 'utf8').toString('base64'),
  decode: (body) => {
    const packed = body.replace(/\s/g, '');
    return base64Form.test(packed) ? Buffer.from(packed, 'base64').toString('utf8') : body;
  },
};

/** JSON in base64, as boto's `JSONMessage` writes it. */
export function base64Json<T = unknown>(): Codec<T> {
  const inner = json<T>();
  return {
    encode: (value) => base64.encode(inner.encode(value)),
    decode: (body) => inner.decode(base64.decode(body)),
  };
}
