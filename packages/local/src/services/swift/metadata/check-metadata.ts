import { unfit } from '../swift-error.js';
import { SWIFT_LIMITS } from './limits.js';

/** What metadata can be of. */
export type Kind = 'account' | 'container' | 'object';

/** Metadata by its whole lower-case names: `x-object-meta-colour`. */
export type Metadata = ReadonlyMap<string, string>;

const NAME = /^x-(?:account|container|object)-meta-/;

/** Refuses headers that are more than Swift takes. Throws SwiftError, with status 400. */
export function checkMetadata(headers: Metadata, kind: Kind): Metadata {
  for (const [name, value] of headers) checkLength(name, value);
  const metadata = metadataOf(headers, kind);
  for (const [name, value] of metadata) checkOne(name, value, kind);
  checkAll(metadata);
  return metadata;
}

/** The metadata among the headers. */
function metadataOf(headers: Metadata, kind: Kind): Metadata {
  const prefix = `x-${kind}-meta-`;
  const found = [...headers].filter(([name]) => name.startsWith(prefix));
  // An underscore is the same as a hyphen, as gateways have it.
  return new Map(found.map(([name, value]) => [name.replaceAll('_', '-'), value]));
}

/** Refuses metadata that is too many or too long altogether. */
export function checkAll(metadata: Metadata): void {
  const { max_meta_count: count, max_meta_overall_size: size } = SWIFT_LIMITS;
  const own = [...metadata].filter(([name]) => NAME.test(name));
  if (own.length > count) throw unfit(`Too many metadata items; max ${count}`);
  const whole = own.reduce((sum, [name, value]) => sum + name.replace(NAME, '').length + value.length, 0);
  if (whole > size) throw unfit(`Total metadata too large; max ${size}`);
}

function checkLength(name: string, value: string): void {
  if (value.length <= SWIFT_LIMITS.max_header_size) return;
  throw unfit(`Header value too long: ${name.slice(0, SWIFT_LIMITS.max_meta_name_length)}`);
}

function checkOne(whole: string, value: string, kind: Kind): void {
  const { max_meta_name_length: longestName, max_meta_value_length: longest } = SWIFT_LIMITS;
  const name = whole.replace(NAME, '');
  if (name === '') throw unfit('Metadata name cannot be empty');
  if (kind !== 'object' && !isUtf8(value)) throw unfit('Metadata must be valid UTF-8');
  if (name.length > longestName) throw unfit(`Metadata name too long: ${titled(whole)}`);
  if (value.length > longest) throw unfit(`Metadata value longer than ${longest}: ${titled(whole)}`);
}

/** The name as Swift writes it into its sentences: what is the sender's own begins with capitals. */
function titled(whole: string): string {
  const [prefix = ''] = NAME.exec(whole) ?? [];
  const own = whole.slice(prefix.length).replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase());
  return `${prefix}${own}`;
}

/** Whether bytes, which Node gives as one character each, are UTF-8. */
function isUtf8(value: string): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
    return true;
  } catch {
    return false;
  }
}
