import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Item } from '../store/item.js';
import type { ExportEnd } from './domain-export.js';
import type { WriteExport } from './exports.js';

/**
 * Writes exports into a folder, each object at `BUCKET/KEY`. AWS documents the keys' beginning, `PREFIX/AWSSimpleDB/ID/DOMAIN/`, and
 * that the data is JSON; the names and lines behind it are ours. Without a folder there are no buckets, and every export fails.
 */
export function exportWriter(folder: string | undefined): WriteExport {
  return ({ id, domainName, destination: { s3Bucket, s3KeyPrefix } }, items): ExportEnd => {
    if (folder === undefined) return noBucket(s3Bucket);
    const base = [...(s3KeyPrefix === undefined ? [] : [s3KeyPrefix]), 'AWSSimpleDB', id, domainName].join('/');
    const manifest = `${base}/manifest-summary.json`;
    const data = `${base}/data/0.json`;
    const place = (key: string) => join(folder, s3Bucket, ...key.split('/').map(safe));
    write(place(data), items.map(lineOf).join(''));
    write(place(manifest), `${JSON.stringify({ domainName, itemsCount: items.length, files: [data] })}\n`);
    return { manifest };
  };
}

function noBucket(bucket: string): ExportEnd {
  const failureMessage = `The bucket ${bucket} does not exist: this cloud has none, unless it is given exportFolder.`;
  return { failureCode: 'S3NoSuchBucket', failureMessage };
}

function lineOf({ name, attributes }: Item): string {
  return `${JSON.stringify({ itemName: name, attributes: Object.fromEntries(attributes) })}\n`;
}

/** A part of a key that leads nowhere else than down. */
function safe(part: string): string {
  return /^\.*$/.test(part) ? encodeURIComponent(part || '%').replaceAll('.', '%2E') : part;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
