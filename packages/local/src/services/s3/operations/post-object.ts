import { headerOf } from '../../../http/received-request.js';
import { encodeUri } from '../../../sigv4/uri-encoding.js';
import type { Answer } from '../../../wire/answer.js';
import { XmlWriter } from '../../../wire/xml-writer.js';
import type { Piece } from '../../pieces/piece.js';
import { may } from '../access/authorize.js';
import { md5Of, plainTerms } from '../bodies/body-terms.js';
import { checksumClaim } from '../bodies/checksum-claim.js';
import { IncomingBody, type Measured } from '../bodies/incoming-body.js';
import { accessDenied } from '../errors/errors.js';
import { entityTooLarge, S3_LIMITS } from '../errors/limits.js';
import { S3Error } from '../errors/s3-error.js';
import { type Form, readForm } from '../forms/form.js';
import { formSender } from '../forms/form-signature.js';
import { checkPolicy, missingField, type PostPolicy } from '../forms/post-policy.js';
import { quoted } from '../objects/etag.js';
import { versionHeader } from '../objects/find-version.js';
import { objectTerms } from '../objects/object-terms.js';
import { putVersion } from '../objects/put-version.js';
import { S3Call } from '../s3-call.js';
import type { ObjectVersion } from '../store/object-version.js';
import { tagsOfDocument } from '../tags/tags.js';
import { nothing } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

const NEED = { action: 's3:PutObject', grant: { of: 'bucket', permission: 'WRITE' } } as const;

/** Puts the file of a form that a browser sends. */
export const postObject: S3Operation = { name: 'PostObject', method: 'POST', at: 'bucket', run: post };

async function post(call: S3Call): Promise<Answer> {
  // Before the body: a form for nobody's bucket is not read.
  void call.bucket;
  const form = await readForm(call.parts.request.stream ?? noBytes(), call.header('content-type') ?? '');
  try {
    return await putFile(call, form);
  } finally {
    form.discard();
  }
}

async function putFile(call: S3Call, form: Form): Promise<Answer> {
  const { bucket, parts } = call;
  const key = form.fields.get('key')?.replace(/\$\{filename\}/g, () => form.fileName);
  if (!key) throw missingField('key');
  const account = formSender(form.fields, parts.accounts, bucket.region);
  const policy = form.fields.get('policy');
  const terms: PostPolicy =
    policy === undefined ? { range: undefined } : checkPolicy(policy, withBucket(form, bucket.name), Date.now());
  if (!may({ account, query: () => undefined }, bucket, key, NEED)) throw accessDenied();
  const put = new S3Call({ ...parts, account, headers: headersOf(form), target: { ...parts.target, key } });
  const saved = await save(put, form, terms);
  const tagging = form.fields.get('tagging');
  const version = putVersion(put, bucket, {
    ...objectTerms(put, bucket),
    ...(tagging === undefined ? {} : { tags: tagsOfDocument(tagging, 'object') }),
    size: saved.size,
    etag: saved.md5,
    checksum: saved.checksum && { ...saved.checksum, type: 'FULL_OBJECT' },
    parts: [{ number: 1, size: saved.size, checksum: undefined, piece: saved.piece }],
  });
  return answer(put, form, version);
}

async function save(call: S3Call, { fields, file }: Form, { range }: PostPolicy): Promise<Measured & { piece: Piece }> {
  const md5 = md5Of(fields.get('content-md5'));
  const terms = plainTerms(undefined, { md5, claim: checksumClaim(fields) });
  const [least, most] = range ?? [0, S3_LIMITS.put];
  const body = new IncomingBody(limited(file, least, most), terms);
  return body.save(call.store.pieces, 'CRC64NVME');
}

async function* limited(file: AsyncIterable<Buffer>, least: number, most: number): AsyncIterable<Buffer> {
  let size = 0;
  for await (const part of file) {
    size += part.length;
    if (size > most) throw entityTooLarge(size, most);
    yield part;
  }
  if (size >= least) return;
  throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', 400, {
    details: { ProposedSize: size, MinSizeAllowed: least },
  });
}

function headersOf({ fields }: Form): ReadonlyMap<string, string> {
  const acl = fields.get('acl');
  return new Map([...fields, ...(acl === undefined ? [] : [['x-amz-acl', acl] as const])]);
}

function withBucket({ fields }: Form, bucket: string): ReadonlyMap<string, string> {
  return new Map([...fields, ['bucket', bucket]]);
}

/** What the form asks for: another page, a document, or only a status. */
function answer(call: S3Call, { fields }: Form, version: ObjectVersion): Answer {
  const { key, bucketName } = call;
  const host = headerOf(call.parts.request, 'host') ?? '';
  const path = encodeUri(key);
  const location = `http://${host}/${call.parts.target.byHost ? '' : `${bucketName}/`}${path}`;
  const headers = { etag: quoted(version.etag), location, ...versionHeader(call.bucket, version) };
  const redirect = fields.get('success_action_redirect') ?? fields.get('redirect');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const url = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket: bucketName, key, etag: headers.etag })) {
      url.searchParams.set(name, value);
    }
    return nothing(303, { ...headers, location: url.href });
  }
  const status = fields.get('success_action_status');
  if (status !== '201') return nothing(status === '200' ? 200 : 204, headers);
  // The one document that is of no namespace.
  const xml = new XmlWriter();
  xml.branch('PostResponse', () => {
    xml.leaf('Location', location);
    xml.leaf('Bucket', bucketName);
    xml.leaf('Key', key);
    xml.leaf('ETag', headers.etag);
  });
  return { status: 201, headers: { 'content-type': 'application/xml', ...headers }, body: xml.toBuffer() };
}

async function* noBytes(): AsyncIterable<Buffer> {}
