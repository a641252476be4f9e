import type { ObjectInfo } from '../objects/object-info.js';
import type { Attributes } from '../objects/write-options.js';
import type { CopyOptions } from './copy-options.js';

const replaced: readonly (keyof Attributes)[] = [
  'contentType',
  'contentEncoding',
  'contentDisposition',
  'contentLanguage',
  'cacheControl',
  'metadata',
  'websiteRedirect',
];

/** S3 replaces all of these or none. */
export function changesAttributes(options: CopyOptions): boolean {
  return replaced.some((name) => options[name] !== undefined);
}

/** What a copy by one request says of them: nothing where all are kept. */
export function changed(info: ObjectInfo, options: CopyOptions): Attributes {
  return changesAttributes(options) ? kept(info, options) : options;
}

/** What the source has, with what is named in its place. */
export function kept(info: ObjectInfo, options: CopyOptions): Attributes {
  const { contentType, contentEncoding, contentDisposition, contentLanguage, cacheControl, metadata } = info;
  const named = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return { contentType, contentEncoding, contentDisposition, contentLanguage, cacheControl, metadata, ...named };
}
