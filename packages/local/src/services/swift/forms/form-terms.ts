import type { Pass, SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { signingKeys } from '../temp-urls/keys.js';
import { isSignedBy, readSignature } from '../temp-urls/signatures.js';
import type { Fields } from './read-parts.js';

/** What a form may do. */
export interface FormTerms {
  readonly pass: Pass;
  readonly maxSize: number;
}

/** A form that makes no sense. */
export class FormInvalid extends Error {
  override readonly name = 'FormInvalid';
}

/** How many files a form may have. Throws {@link FormInvalid}. */
export function countFiles(fields: Fields): number {
  return whole(fields, 'max_file_count');
}

/** Reads what the fields before a file say, and holds it against the signature. Throws {@link FormInvalid}, or {@link SwiftError}. */
export function formTerms(call: SwiftCall, fields: Fields): FormTerms {
  const maxSize = whole(fields, 'max_file_size');
  const expires = fields.get('expires') || '0';
  const until = /^\d+$/.test(expires) ? Number(expires) : Date.parse(expires) / 1000;
  if (Number.isNaN(until)) throw new FormInvalid('expired not an integer');
  if (until * 1000 < call.now) throw new SwiftError(401, 'Form Expired');
  const given = ['redirect', 'max_file_size', 'max_file_count'].map(
    (name, at) => fields.get(name) || (at > 0 ? '0' : ''),
  );
  const pass = signer(call, fields.get('signature') ?? '', [...given, expires].join('\n'));
  if (!pass) throw new SwiftError(401, 'Invalid Signature');
  return { pass, maxSize };
}

function whole(fields: Fields, name: string): number {
  const text = fields.get(name) || '0';
  if (!/^\d+$/.test(text)) throw new FormInvalid(`${name} not an integer`);
  return Number(text);
}

/** What the key opens that the form was signed with. As for signed addresses, the whole path of the address counts as well. */
function signer(call: SwiftCall, given: string, rest: string): Pass | undefined {
  const signature = readSignature(given);
  if (!signature) return undefined;
  const { base, path, target } = call.parts;
  const decoded = decodeURIComponent(path);
  const own = `/v1/${target.account}/${target.container}${target.object === undefined ? '' : `/${target.object}`}`;
  const paths = [decoded, `${base}${decoded}`, own, `${base}${own}`];
  const texts = paths.map((one) => `${one}\n${rest}`);
  return signingKeys(call).find(({ key }) => texts.some((one) => isSignedBy(signature, key, one)))?.pass;
}
