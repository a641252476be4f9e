import type { Account } from '../../../accounts/account.js';
import type { Claim } from '../../../sigv4/claim.js';
import { sameText, sign } from '../../../sigv4/signature.js';
import { anonymous } from '../door/anonymous.js';
import { oldSignature } from '../door/s3-claim.js';
import { mismatch, ownerOf } from '../door/verify-s3.js';
import { invalidArgument, wrongScope } from '../errors/errors.js';

/** Who sends a form: the one whose key signed its policy. Throws an S3Error for a signature that is another. */
export function formSender(fields: ReadonlyMap<string, string>, accounts: readonly Account[], region: string): Account {
  const policy = fields.get('policy');
  if (policy === undefined) return anonymous;
  if (fields.has('awsaccesskeyid')) throw oldSignature();
  const claim = formClaim(fields);
  const account = ownerOf(claim, accounts);
  if (claim.region !== region) throw wrongScope(claim.region, region);
  const expected = sign(policy, claim, account.credentials.secretAccessKey);
  if (!sameText(expected, claim.signature)) throw mismatch(claim, { StringToSign: policy });
  return account;
}

function formClaim(fields: ReadonlyMap<string, string>): Claim {
  const field = (name: string): string => {
    const value = fields.get(name);
    if (value === undefined) throw invalidArgument(`Bucket POST must contain a field named '${name}'.`, name, '');
    return value;
  };
  const [accessKeyId = '', date = '', region = '', service = ''] = field('x-amz-credential').split('/');
  return {
    accessKeyId,
    date,
    region,
    service,
    timestamp: field('x-amz-date'),
    expires: undefined,
    token: fields.get('x-amz-security-token'),
    signedHeaders: [],
    signature: field('x-amz-signature'),
  };
}
