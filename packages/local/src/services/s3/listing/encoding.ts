import { invalidArgument } from '../errors/errors.js';

/** How keys are written in a listing. */
export type KeyEncoding = (text: string) => string;

/** The encoding that a listing asks for. Throws an S3Error for one that there is not. */
export function keyEncoding(type: string | undefined): KeyEncoding {
  if (type === undefined) return (text) => text;
  if (type === 'url') return urlEncoded;
  throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', type);
}

/** As forms are written, but for slashes: so S3 has it. */
function urlEncoded(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/');
}
