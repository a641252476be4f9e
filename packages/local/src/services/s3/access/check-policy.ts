import { notServed } from '../../../wire/not-served.js';
import { listOf, type Policy, readPolicy, type Statement } from '../../policies/policy.js';
import { S3Error } from '../errors/s3-error.js';

/** The policy of this text, if it is one for this bucket. Throws {@link S3Error} when it is not. */
export function checkPolicy(text: string, bucket: string): Policy {
  const policy = parse(text);
  if (policy.Statement.length === 0) throw malformed('Missing required field Statement');
  for (const statement of policy.Statement) checkStatement(statement, `arn:aws:s3:::${bucket}`);
  return policy;
}

function checkStatement(statement: Statement, arn: string): void {
  const { Effect, Principal, Action, Resource } = statement;
  const negated = ['NotPrincipal', 'NotAction', 'NotResource'].find((name) => name in statement);
  if (negated !== undefined) throw notServed(`the element ${negated} of policies`);
  if (Effect !== 'Allow' && Effect !== 'Deny') throw malformed(`Invalid effect: ${Effect}`);
  if (Principal === undefined) throw malformed('Missing required field Principal');
  if (Action === undefined) throw malformed('Missing required field Action');
  if (Resource === undefined) throw malformed('Missing required field Resource');
  if (listOf(Action).some((one) => typeof one !== 'string' || !/^(?:s3:.+|\*)$/i.test(one))) {
    throw malformed('Policy has invalid action');
  }
  if (listOf(Resource).some((one) => one !== arn && !String(one).startsWith(`${arn}/`) && one !== `${arn}*`)) {
    throw malformed('Policy has invalid resource');
  }
}

function parse(text: string): Policy {
  try {
    return readPolicy(text);
  } catch {
    throw malformed("Policies must be valid JSON and the first byte must be '{'");
  }
}

function malformed(message: string): S3Error {
  return new S3Error('MalformedPolicy', message);
}
