import { headerOf, type ReceivedRequest } from '../http/received-request.js';
import { SignatureRefusal } from './signature-refusal.js';

/** What a request says of its own signature, not yet believed. */
export interface Claim {
  readonly accessKeyId: string;
  /** The scope: `20260131`, `eu-west-1`, `ec2`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** When it was signed: `20260131T235959Z`. */
  readonly timestamp: string;
  /** Seconds that it is good for; only a presigned URL says. */
  readonly expires: number | undefined;
  readonly token: string | undefined;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const TIMESTAMP = /^\d{8}T\d{6}Z$/;

/** Reads the claim of a header or of a presigned URL. Throws {@link SignatureRefusal} when there is none, or half. */
export function readClaim(request: ReceivedRequest): Claim {
  const header = headerOf(request, 'authorization');
  if (header !== undefined) return headerClaim(request, header);
  const query = new URLSearchParams(request.query);
  if (query.has('X-Amz-Signature')) return queryClaim(query);
  throw new SignatureRefusal('unsigned');
}

function headerClaim(request: ReceivedRequest, header: string): Claim {
  const [algorithm = '', rest = ''] = split(header.trim(), ' ');
  const fields = new Map(rest.split(',').map((field) => split(field.trim(), '=')));
  return claim(algorithm, (name) => fields.get(name), {
    timestamp: headerOf(request, 'x-amz-date'),
    expires: undefined,
    token: headerOf(request, 'x-amz-security-token'),
  });
}

function queryClaim(query: URLSearchParams): Claim {
  const field = (name: string): string | undefined => query.get(`X-Amz-${name}`) ?? undefined;
  const expires = Number(field('Expires') ?? Number.NaN);
  if (!(expires >= 1 && expires <= 604_800)) {
    throw new SignatureRefusal('incomplete', 'X-Amz-Expires must be from 1 to 604800.');
  }
  return claim(field('Algorithm') ?? '', field, { timestamp: field('Date'), expires, token: field('Security-Token') });
}

type Field = (name: 'Credential' | 'SignedHeaders' | 'Signature') => string | undefined;
type Rest = Pick<Claim, 'expires' | 'token'> & { readonly timestamp: string | undefined };

function claim(algorithm: string, field: Field, rest: Rest): Claim {
  if (algorithm !== ALGORITHM) throw new SignatureRefusal('incomplete', `Only ${ALGORITHM} is served.`);
  const [accessKeyId, date, region, service, end] = demand('Credential', field('Credential')).split('/');
  if (!accessKeyId || !date || !region || !service || end !== 'aws4_request') {
    throw new SignatureRefusal('incomplete', 'Credential must be KEY/DATE/REGION/SERVICE/aws4_request.');
  }
  const signedHeaders = demand('SignedHeaders', field('SignedHeaders')).split(';');
  const timestamp = demand('X-Amz-Date', rest.timestamp);
  if (!TIMESTAMP.test(timestamp)) throw new SignatureRefusal('incomplete', 'X-Amz-Date must be like 20260131T235959Z.');
  return {
    ...rest,
    accessKeyId,
    date,
    region,
    service,
    timestamp,
    signedHeaders,
    signature: demand('Signature', field('Signature')),
  };
}

function demand(name: string, value: string | undefined): string {
  if (value) return value;
  throw new SignatureRefusal('incomplete', `Authorization header requires '${name}' parameter.`);
}

function split(text: string, at: string): [string, string] {
  const mark = text.indexOf(at);
  return mark < 0 ? [text, ''] : [text.slice(0, mark), text.slice(mark + 1)];
}
