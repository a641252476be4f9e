import { type ErrorExtras, S3Error } from './s3-error.js';

/** A bucket that nobody has. */
export function noSuchBucket(bucket: string): S3Error {
  return new S3Error('NoSuchBucket', 'The specified bucket does not exist', 404, { details: { BucketName: bucket } });
}

/** An object that is not there. */
export function noSuchKey(key: string, extras: ErrorExtras = {}): S3Error {
  return new S3Error('NoSuchKey', 'The specified key does not exist.', 404, { ...extras, details: { Key: key } });
}

/** A version that is not there. */
export function noSuchVersion(key: string, versionId: string): S3Error {
  const details = { Key: key, VersionId: versionId };
  return new S3Error('NoSuchVersion', 'The specified version does not exist.', 404, { details });
}

/** A multipart upload that is not there, or no more. */
export function noSuchUpload(uploadId: string): S3Error {
  const message =
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.';
  return new S3Error('NoSuchUpload', message, 404, { details: { UploadId: uploadId } });
}

/** An argument that cannot be. */
export function invalidArgument(message: string, name?: string, value?: string): S3Error {
  return new S3Error('InvalidArgument', message, 400, { details: { ArgumentName: name, ArgumentValue: value } });
}

/** A request that cannot be, as a whole. */
export function invalidRequest(message: string): S3Error {
  return new S3Error('InvalidRequest', message);
}

/** A document that is none, or has another form than was asked for. */
export function malformedXml(): S3Error {
  return new S3Error(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}

/** A caller who may not. */
export function accessDenied(extras: ErrorExtras = {}): S3Error {
  return new S3Error('AccessDenied', 'Access Denied', 403, extras);
}

/** A condition that does not hold. */
export function preconditionFailed(condition: string): S3Error {
  return new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412, {
    details: { Condition: condition },
  });
}

/** What cannot be done to this, such as reading a delete marker. */
export function methodNotAllowed(method: string, headers: Readonly<Record<string, string>> = {}): S3Error {
  return new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405, {
    details: { Method: method, ResourceType: 'DeleteMarker' },
    headers,
  });
}

/** A signature, or an address, of another region than what is asked for. */
export function wrongScope(given: string, expected: string, query = false): S3Error {
  const [code, subject] = query
    ? ['AuthorizationQueryParametersError', 'Error parsing the X-Amz-Credential parameter']
    : ['AuthorizationHeaderMalformed', 'The authorization header is malformed'];
  const message = `${subject}; the region '${given}' is wrong; expecting '${expected}'`;
  return new S3Error(code, message, 400, {
    details: { Region: expected },
    headers: { 'x-amz-bucket-region': expected },
  });
}

/** A bucket that is at another address. */
export function permanentRedirect(bucket: string, region: string, endpoint: string): S3Error {
  const message =
    'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.';
  return new S3Error('PermanentRedirect', message, 301, {
    details: { Endpoint: endpoint, Bucket: bucket },
    headers: { 'x-amz-bucket-region': region },
  });
}
