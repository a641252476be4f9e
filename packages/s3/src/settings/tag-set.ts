import type { Tag } from '@aws-sdk/client-s3';
import { refuseIf } from '../calls/check-value.js';

/** Tags by their keys. */
export type Tags = Readonly<Record<string, string>>;

export function tagsOf(wire: readonly Tag[]): Tags {
  return Object.fromEntries(wire.map(({ Key = '', Value = '' }) => [Key, Value]));
}

export function wireTags(tags: Tags): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** What S3 takes in keys and values. */
const characters = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Refuses what S3 would refuse. @throws OptionError @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging-managing.html */
export function checkTags(tags: Tags, most: number): void {
  const entries = Object.entries(tags);
  refuseIf(entries.length > most, `setTags: ${entries.length} tags are given; S3 takes ${most}`);
  for (const [key, value] of entries) {
    const named = `setTags: ${JSON.stringify(key)}`;
    refuseIf(key.length < 1 || key.length > 128, `${named} is no key of a tag: 1 to 128 characters`);
    refuseIf(/^aws:/i.test(key), `${named}: keys that begin with aws: are AWS's own`);
    refuseIf(typeof value !== 'string' || value.length > 256, `${named}: its value is a text of up to 256 characters`);
    const isWritable = characters.test(key) && characters.test(value);
    refuseIf(!isWritable, `${named}: S3 takes letters, digits, spaces and + - = . _ : / @`);
  }
}
