import { noSuchKey, preconditionFailed } from '../errors/errors.js';
import { S3Error } from '../errors/s3-error.js';
import type { S3Call } from '../s3-call.js';
import type { ObjectVersion } from '../store/object-version.js';
import { namesEtag, quoted } from './etag.js';

/** The names of the conditions; those of a copy's source have a prefix. */
const PLAIN = { match: 'if-match', none: 'if-none-match', since: 'if-modified-since', until: 'if-unmodified-since' };
const OF_SOURCE = {
  match: 'x-amz-copy-source-if-match',
  none: 'x-amz-copy-source-if-none-match',
  since: 'x-amz-copy-source-if-modified-since',
  until: 'x-amz-copy-source-if-unmodified-since',
};

/** Throws an S3Error, of status 304 or 412, when the conditions of a read do not hold. */
export function checkReadConditions(call: S3Call, version: ObjectVersion): void {
  const failed = failedCondition(call, version, PLAIN);
  if (failed === undefined) return;
  if (failed === PLAIN.match || failed === PLAIN.until) throw preconditionFailed(titled(failed));
  const headers = { etag: quoted(version.etag), 'last-modified': new Date(version.modified).toUTCString() };
  throw new S3Error('NotModified', 'Not Modified', 304, { headers });
}

/** Throws an S3Error of status 412 when the conditions on a copy's source do not hold. */
export function checkSourceConditions(call: S3Call, version: ObjectVersion): void {
  const failed = failedCondition(call, version, OF_SOURCE);
  if (failed !== undefined) throw preconditionFailed(failed);
}

/** Throws an S3Error when what is there is not what a write wants to find. */
export function checkWriteConditions(call: S3Call, latest: ObjectVersion | undefined): void {
  const [match, none] = [call.header(PLAIN.match), call.header(PLAIN.none)];
  const present = latest?.deleteMarker ? undefined : latest;
  if (none !== undefined && none !== '*') {
    throw new S3Error('NotImplemented', 'A header you provided implies functionality that is not implemented', 501, {
      details: {
        Header: 'If-None-Match',
        additionalMessage: "We don't accept the provided value of If-None-Match header for this API",
      },
    });
  }
  if (none === '*' && present) throw preconditionFailed('If-None-Match');
  if (match === undefined) return;
  if (!present) throw noSuchKey(call.key);
  if (!namesEtag(match, present.etag)) throw preconditionFailed('If-Match');
}

/** What a conditional write hears whose condition held at first, and no more when all was read. */
export function recheckWriteConditions(
  call: S3Call,
  before: ObjectVersion | undefined,
  after: ObjectVersion | undefined,
): void {
  const conditional = call.header(PLAIN.match) !== undefined || call.header(PLAIN.none) !== undefined;
  if (!conditional || before?.id === after?.id) return;
  const message = 'The conditional request cannot succeed due to a conflicting operation against this resource.';
  throw new S3Error('ConditionalRequestConflict', message, 409, { details: { Key: call.key } });
}

/**
 * The condition that does not hold. An ETag that matches makes up for a time that does not, and one that does not match
 * for a time that does, as RFC 9110 has it.
 */
function failedCondition(call: S3Call, { etag, modified }: ObjectVersion, names: typeof PLAIN): string | undefined {
  const [match, none] = [call.header(names.match), call.header(names.none)];
  const [since, until] = [timeOf(call.header(names.since)), timeOf(call.header(names.until))];
  if (match !== undefined && !namesEtag(match, etag)) return names.match;
  if (match === undefined && until !== undefined && modified > until) return names.until;
  if (none !== undefined) return namesEtag(none, etag) ? names.none : undefined;
  return since !== undefined && modified <= since ? names.since : undefined;
}

function timeOf(text: string | undefined): number | undefined {
  const ms = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

function titled(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());
}
