import { notServed } from '../../../wire/not-served.js';
import type { Target } from '../addressing/target.js';
import { S3Error } from '../errors/s3-error.js';
import { s3Operations } from './index.js';
import type { S3Operation } from './operation.js';

/**
 * Sub-resources that S3 has and this cloud has not, so that none of them is taken for the bucket or the object itself;
 * `encryption` is one of objects only.
 */
const UNSERVED: ReadonlySet<string> = new Set([
  'abac',
  'accelerate',
  'analytics',
  'annotation',
  'append',
  'encryption',
  'intelligent-tiering',
  'inventory',
  'legal-hold',
  'metadataConfiguration',
  'metadataInventoryTable',
  'metadataJournalTable',
  'metadataTable',
  'metrics',
  'object-lock',
  'renameObject',
  'replication',
  'retention',
  'select',
  'session',
  'torrent',
]);

/** Headers that would change what an object is: locks, keys of customers, appending. */
const UNSERVED_HEADER =
  /^x-amz-(?:(?:bucket-)?object-lock-|(?:copy-source-)?server-side-encryption-customer-|write-offset-bytes)/;

/** What tells operations apart. */
export interface Asked {
  readonly method: string;
  readonly target: Target;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
}

/** The operation that a request asks for. Throws {@link S3Error} when there is none. */
export function findOperation({ method, target, query, headers }: Asked): S3Operation {
  const at = target.key !== undefined ? 'object' : target.bucket !== undefined ? 'bucket' : 'service';
  const possible = s3Operations.filter((operation) => operation.method === method && operation.at === at);
  const fits = ({ query: wanted = [], header }: S3Operation): boolean =>
    wanted.every((name) => query.has(name)) && (header === undefined || headers.has(header));
  const found = possible.filter(fits).sort((a, b) => weight(b) - weight(a))[0];
  const strange = [...query.keys()].find((name) => UNSERVED.has(name));
  if (strange !== undefined && !found?.query?.includes(strange)) throw notServed(`the sub-resource ${strange} of S3`);
  const header = [...headers].find(([name, value]) => UNSERVED_HEADER.test(name) && value !== 'false');
  if (header) throw notServed(`the header ${header[0]} of S3`);
  if (found) return found;
  throw new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405, {
    details: { Method: method, ResourceType: at.toUpperCase() },
  });
}

/** How much an operation demands of the request: the one that demands most is meant. */
function weight({ query = [], header }: S3Operation): number {
  return query.length * 2 + Number(header !== undefined);
}
