import type { Answer } from '../../../wire/answer.js';
import { compareBytes } from '../../ordering/compare-bytes.js';
import { invalidArgument } from '../errors/errors.js';
import { limitOf, readToken, tokenOf } from '../listing/pages.js';
import { writeOwner } from '../listing/write-objects.js';
import type { S3Call } from '../s3-call.js';
import type { Bucket } from '../store/bucket.js';
import { document } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

/** An account has no more buckets than a page may. */
const MOST = 10_000;

/** Lists the buckets of the caller's account, in every region or in one. */
export const listBuckets: S3Operation = { name: 'ListBuckets', method: 'GET', at: 'service', run: list };

function list(call: S3Call): Answer {
  const prefix = call.query('prefix') ?? '';
  const { buckets, next } = page(call, prefix);
  return document('ListAllMyBucketsResult', (xml) => {
    writeOwner(xml, call.account.id);
    xml.branch('Buckets', () => {
      for (const { name, created, region } of buckets) {
        xml.branch('Bucket', () => {
          xml.leaf('Name', name);
          xml.leaf('CreationDate', new Date(created));
          xml.leaf('BucketRegion', region);
          xml.leaf('BucketArn', `arn:aws:s3:::${name}`);
        });
      }
    });
    xml.leaf('ContinuationToken', next && tokenOf(next));
    xml.leaf('Prefix', prefix === '' ? undefined : prefix);
  });
}

function page(call: S3Call, prefix: string): { buckets: readonly Bucket[]; next: string | undefined } {
  const [most, region, token] = [mostOf(call), call.query('bucket-region'), call.query('continuation-token')];
  const after = token === undefined ? '' : readToken(token);
  const buckets: Bucket[] = [];
  for (const bucket of call.store.buckets.from((name) => compareBytes(name, prefix) >= 0 && name > after)) {
    if (!bucket.name.startsWith(prefix)) break;
    if (bucket.owner !== call.account.id || (region !== undefined && bucket.region !== region)) continue;
    if (buckets.length === most) return { buckets, next: buckets.at(-1)?.name };
    buckets.push(bucket);
  }
  return { buckets, next: undefined };
}

function mostOf(call: S3Call): number {
  const text = call.query('max-buckets');
  const most = limitOf('max-buckets', text, MOST);
  if (most >= 1 && Number(text ?? 1) <= MOST) return most;
  throw invalidArgument(`Argument max-buckets must be an integer between 1 and ${MOST}`, 'max-buckets', text);
}
