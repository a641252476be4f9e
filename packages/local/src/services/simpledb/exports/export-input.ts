import { ApiError } from '../../../wire/api-error.js';

type Members = Readonly<Record<string, unknown>>;

const BUCKET = /^(?=.{3,255}$)[a-z0-9A-Z]+[.\-\w]*[a-z0-9A-Z]+$/;

/** Where an export goes, as it was asked for. */
export interface Destination {
  readonly s3Bucket: string;
  readonly s3KeyPrefix?: string | undefined;
  readonly s3SseAlgorithm?: string | undefined;
  readonly s3SseKmsKeyId?: string | undefined;
  readonly s3BucketOwner?: string | undefined;
}

/** What StartDomainExport asks for: https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_StartDomainExport.html */
export interface StartInput extends Destination {
  readonly domainName: string;
  readonly clientToken: string | undefined;
}

/** A body of JSON. Throws {@link ApiError}. */
export function readMembers(body: Buffer): Members {
  try {
    const input: unknown = JSON.parse(body.toString('utf8') || '{}');
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as Members;
  } catch {
    // Said below, as for any other body that is no object.
  }
  throw new ApiError('SerializationException', 'The body is not an object of JSON.');
}

/** Reads and checks it. Throws {@link ApiError}. */
export function readStart(input: Members): StartInput {
  checkKnown(input, ['domainName', 's3Bucket', 'clientToken', ...optional]);
  const destination = {
    s3Bucket: text(input, 's3Bucket', (value) => BUCKET.test(value)) ?? missing('s3Bucket'),
    s3KeyPrefix: text(input, 's3KeyPrefix', (value) => value.length <= 850),
    s3SseAlgorithm: text(input, 's3SseAlgorithm', (value) => value === 'AES256' || value === 'KMS'),
    s3SseKmsKeyId: text(input, 's3SseKmsKeyId', (value) => value.length <= 2048),
    s3BucketOwner: text(input, 's3BucketOwner', (value) => /^\d{12}$/.test(value)),
  };
  if (destination.s3SseKmsKeyId !== undefined && destination.s3SseAlgorithm !== 'KMS') {
    throw new ApiError(
      'InvalidParameterCombinationException',
      's3SseKmsKeyId is expected with KMS as s3SseAlgorithm alone.',
    );
  }
  return {
    domainName: readDomain(input) ?? missing('domainName'),
    clientToken: text(input, 'clientToken', () => true),
    ...destination,
  };
}

/** The domain that is named, if one is. */
export function readDomain(input: Members): string | undefined {
  return text(input, 'domainName', () => true);
}

/** Throws {@link ApiError} for members that the operation does not have. */
export function checkKnown(input: Members, names: readonly string[]): void {
  for (const name of Object.keys(input)) if (!names.includes(name)) throw invalid(name, 'is not a member of the input');
}

/** A member that is a text of at least one character. */
export function text(input: Members, name: string, fits: (value: string) => boolean): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value !== '' && fits(value)) return value;
  throw invalid(name, 'is not valid');
}

/** The error for a member that cannot be. */
export function invalid(name: string, problem: string): ApiError {
  return new ApiError('InvalidParameterValueException', `The value of ${name} ${problem}.`);
}

/** Refuses an input that lacks a member which it has to have. */
export function missing(name: string): never {
  throw invalid(name, 'is missing');
}

const optional: readonly string[] = ['s3KeyPrefix', 's3SseAlgorithm', 's3SseKmsKeyId', 's3BucketOwner'];
