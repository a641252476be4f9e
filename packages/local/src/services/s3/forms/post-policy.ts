import { accessDenied, invalidRequest } from '../errors/errors.js';
import { S3Error } from '../errors/s3-error.js';

/** What a form's policy allows. */
export interface PostPolicy {
  /** The bytes that the file may have. */
  readonly range: readonly [least: number, most: number] | undefined;
}

type Condition = readonly [kind: string, name: string, value: string];

const UNCHECKED = /^(?:x-amz-signature|file|policy|x-ignore-.*|bucket)$/;

/** Holds the fields of a form to its policy. Throws {@link S3Error} when the policy is none, is over, or does not allow them. */
export function checkPolicy(text: string, fields: ReadonlyMap<string, string>, now: number): PostPolicy {
  const { expiration, conditions } = parse(text);
  const end = Date.parse(String(expiration));
  if (Number.isNaN(end)) throw invalidPolicy("Invalid Policy: Invalid 'expiration' value");
  if (end < now) throw denied('Invalid according to Policy: Policy expired.');
  const all = conditions.flatMap(readCondition);
  const known = all.filter((condition): condition is Condition => condition.length === 3);
  for (const condition of known) checkCondition(condition, fields);
  for (const name of fields.keys()) {
    if (UNCHECKED.test(name) || known.some(([, field]) => field === name)) continue;
    throw denied(`Invalid according to Policy: Extra input fields: ${name}`);
  }
  const range = all.find((condition): condition is readonly [number, number] => condition.length === 2);
  return { range };
}

function checkCondition([kind, name, value]: Condition, fields: ReadonlyMap<string, string>): void {
  const given = fields.get(name) ?? '';
  const holds = kind === 'starts-with' ? startsWith(name, given, value) : given === value;
  if (!holds) throw denied(`Invalid according to Policy: Policy Condition failed: ["${kind}", "$${name}", "${value}"]`);
}

/** Of a list of content types each must begin so. */
function startsWith(name: string, given: string, value: string): boolean {
  return name === 'content-type' ? given.split(',').every((one) => one.startsWith(value)) : given.startsWith(value);
}

function readCondition(given: unknown): readonly (Condition | readonly [number, number])[] {
  if (Array.isArray(given)) {
    const [kind, first, second] = given as readonly unknown[];
    if (kind === 'content-length-range') return [[Number(first), Number(second)]];
    return [[String(kind).toLowerCase(), String(first).replace(/^\$/, '').toLowerCase(), String(second)]];
  }
  if (typeof given !== 'object' || given === null) throw invalidPolicy('Invalid Policy: Invalid Simple-Condition');
  return Object.entries(given).map(([name, value]): Condition => ['eq', name.toLowerCase(), String(value)]);
}

function parse(text: string): { expiration: unknown; conditions: readonly unknown[] } {
  try {
    const { expiration, conditions } = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as Record<
      string,
      unknown
    >;
    if (Array.isArray(conditions)) return { expiration, conditions };
  } catch {
    throw invalidPolicy('Invalid Policy: Invalid JSON.');
  }
  throw invalidPolicy('Invalid Policy: Policy missing conditions.');
}

function invalidPolicy(message: string): S3Error {
  return new S3Error('InvalidPolicyDocument', message);
}

function denied(message: string): S3Error {
  return new S3Error('AccessDenied', message, 403);
}

/** A form that names a key, but no policy, where it must be signed. */
export function missingField(name: string): S3Error {
  return name === 'policy' ? accessDenied() : invalidRequest(`Bucket POST must contain a field named '${name}'.`);
}
