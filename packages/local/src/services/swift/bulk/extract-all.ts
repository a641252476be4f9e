import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import { BULK_LIMITS } from '../metadata/limits.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { statusLine } from '../wire/statuses.js';
import { extractOne, placeOf } from './extract-one.js';
import { type BulkFormat, type Problem, reportText } from './report.js';

/** What became of an archive. */
interface Extracted {
  created: number;
  status: number;
  readonly problems: Problem[];
}

/** Puts the files of the archive that a call brings, and reports. Throws {@link SwiftError} for a kind that is none. */
export async function extractAll(call: SwiftCall, format: BulkFormat): Promise<string> {
  const done: Extracted = { created: 0, status: 400, problems: [] };
  const report = (status: number, why = ''): string => {
    const fields = {
      'Response Status': statusLine(status),
      'Response Body': why,
      'Number Files Created': done.created,
    };
    return reportText(format, fields, done.problems, 'extract');
  };
  const unpack = unpacking(call);
  if (!unpack) throw new SwiftError(400, 'Unsupported archive format');
  try {
    await extract(call, unpack, done);
  } catch (error) {
    if (error instanceof SwiftError) return report(error.status, error.text);
    return report(400, `Invalid Tar File: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (done.problems.length > 0) return report(done.status);
  return done.created > 0 ? report(201) : report(400, 'Invalid Tar File: No Valid Files');
}

/** The archive as it comes, no longer compressed. */
function unpacking(call: SwiftCall): Readable | undefined {
  const stream = Readable.from(call.parts.stream, { objectMode: false });
  const kind = call.query('extract-archive')?.toLowerCase().replace(/^\./, '');
  if (kind === 'tar') return stream;
  if (kind !== 'tar.gz') return undefined;
  const gunzip = createGunzip();
  stream.once('error', (error) => gunzip.destroy(error));
  return stream.pipe(gunzip);
}

async function extract(call: SwiftCall, archive: Readable, done: Extracted): Promise<void> {
  const entries = tar.extract();
  archive.once('error', (error) => entries.destroy(error));
  archive.pipe(entries);
  for await (const entry of entries) {
    const place = entry.header.type === 'file' ? placeOf(call, entry.header.name) : undefined;
    if (!place) {
      entry.resume();
      continue;
    }
    const status = await extractOne(call, place, entry.header, bytesOf(entry));
    if (status < 300) done.created += 1;
    else done.problems.push([encodeURI(entry.header.name), statusLine(status)]);
    if (status === 401 || status === 403) throw new SwiftError(status);
    if (done.problems.length >= BULK_LIMITS.max_failed_extractions) {
      throw new SwiftError(400, 'Max extraction failures exceeded');
    }
  }
}

/** The bytes of an entry, which the parser's types do not know to be such. */
async function* bytesOf(entry: AsyncIterable<unknown>): AsyncIterable<Buffer> {
  for await (const part of entry)
    if (part instanceof Uint8Array) yield Buffer.from(part.buffer, part.byteOffset, part.length);
}
