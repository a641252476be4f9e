import type { Pass, SwiftCall } from '../swift-call.js';
import { badRequest, SwiftError } from '../swift-error.js';
import { signingKeys } from '../temp-urls/keys.js';
import { isSignedBy, readSignature } from '../temp-urls/signatures.js';
import type { Fields } from './read-parts.js';

/** What a form may do. */
export interface FormTerms {
  readonly pass: Pass;
  readonly redirect: string;
  readonly maxSize: number;
  readonly maxCount: number;
}

/** Reads what the fields before the first file say, and holds it against the signature. Throws {@link SwiftError}. */
export function formTerms(call: SwiftCall, fields: Fields): FormTerms {
  const maxSize = whole(fields, 'max_file_size');
  const maxCount = whole(fields, 'max_file_count');
  if (maxCount < 1) throw badRequest('max_file_count must be greater than 0');
  const expires = fields.get('expires') ?? '';
  const until = /^\d+$/.test(expires) ? Number(expires) : Date.parse(expires) / 1000;
  if (Number.isNaN(until)) throw badRequest('expired not an integer');
  if (until * 1000 < call.now) throw new SwiftError(401, 'Form Expired');
  const redirect = fields.get('redirect') ?? '';
  const rest = [redirect, maxSize, maxCount, expires].join('\n');
  const pass = signer(call, fields.get('signature') ?? '', rest);
  if (!pass) throw new SwiftError(401, 'Invalid Signature');
  return { pass, redirect, maxSize, maxCount };
}

function whole(fields: Fields, name: string): number {
  const text = fields.get(name) ?? '0';
  if (!/^\d+$/.test(text)) throw badRequest(`${name} not an integer`);
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
