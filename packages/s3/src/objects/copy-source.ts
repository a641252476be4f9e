/**
 * What names an object, or a version of it, as the source of a copy.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html#API_CopyObject_RequestSyntax
 */
export function copySource(bucket: string, key: string, versionId?: string): string {
  const place = bucket.startsWith('arn:') ? [...bucket.split('/'), 'object'] : [bucket];
  const path = [...place, ...key.split('/')].map(encodeURIComponent).join('/');
  return versionId === undefined ? path : `${path}?versionId=${encodeURIComponent(versionId)}`;
}
