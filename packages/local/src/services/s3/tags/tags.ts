import { malformedXml } from '../errors/errors.js';
import { S3Error } from '../errors/s3-error.js';
import type { Tag } from '../store/object-version.js';
import { childOf, childrenOf, readXml, textOf, type XmlElement } from '../wire/xml-element.js';

/** An object has up to ten tags, a bucket up to fifty. */
const MOST = { object: 10, bucket: 50 } as const;
const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** The tags of the header that comes with a put: written as a query. */
export function tagsOfHeader(header: string | undefined): readonly Tag[] {
  if (header === undefined) return [];
  const tags = [...new URLSearchParams(header)].map(([key, value]) => ({ key, value }));
  return checkTags(tags, 'object');
}

/** The tags of a document. */
export function tagsOfDocument(text: string, of: 'object' | 'bucket'): readonly Tag[] {
  const set = childOf(readXml(text, 'Tagging'), 'TagSet');
  if (!set) throw malformedXml();
  return readTags(set, of);
}

/** The tags that an element holds. */
export function readTags(set: XmlElement, of: 'object' | 'bucket'): readonly Tag[] {
  const tags = childrenOf(set, 'Tag').map((tag) => ({
    key: textOf(tag, 'Key') ?? '',
    value: textOf(tag, 'Value') ?? '',
  }));
  return checkTags(tags, of);
}

function checkTags(tags: readonly Tag[], of: 'object' | 'bucket'): readonly Tag[] {
  if (tags.length > MOST[of]) {
    const what = of === 'object' ? 'Object' : 'Bucket';
    throw new S3Error('BadRequest', `${what} tags cannot be greater than ${MOST[of]}`);
  }
  for (const { key, value } of tags) checkTag(key, value);
  if (new Set(tags.map(({ key }) => key)).size < tags.length) {
    throw invalidTag('Cannot provide multiple Tags with the same key');
  }
  return tags;
}

function checkTag(key: string, value: string): void {
  if (key === '' || key.length > 128 || !ALLOWED.test(key)) {
    throw invalidTag('The TagKey you have provided is invalid', { TagKey: key });
  }
  if (value.length > 256 || !ALLOWED.test(value)) {
    throw invalidTag('The TagValue you have provided is invalid', { TagKey: key, TagValue: value });
  }
  if (key.startsWith('aws:')) throw invalidTag('System tags cannot be added/updated by requester', { TagKey: key });
}

function invalidTag(message: string, details: Readonly<Record<string, string>> = {}): S3Error {
  return new S3Error('InvalidTag', message, 400, { details });
}
