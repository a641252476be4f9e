/** The names under which AWS's answers carry the token to go on from, most telling first. */
const tokens = [
  ...['NextToken', 'nextToken', 'NextMarker', 'NextContinuationToken', 'NextPageToken', 'nextPageToken'],
  ...['PaginationToken', 'NextKeyMarker', 'NextUploadIdMarker', 'NextPartNumberMarker', 'LastEvaluatedTableName'],
];

/** Names that some answers have for the token to go on from, and others for an echo of the one that they were asked with. */
export const markers: readonly string[] = ['Marker', 'marker', 'ContinuationToken'];

/**
 * The token with which an answer says that there is more. `question`: what was asked; a marker of its own that comes back is an
 * echo, as S3's and EFS's answers have it. S3's ListBuckets goes on from a `ContinuationToken`, its ListObjectsV2 echoes one.
 */
export function continuationOf(answer: unknown, question?: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const members = answer as Readonly<Record<string, unknown>>;
  if (members['IsTruncated'] === false) return undefined;
  const asked = (question ?? {}) as Readonly<Record<string, unknown>>;
  const marker = markers.find((name) => isToken(members[name]) && members[name] !== asked[name]);
  const named = [...tokens, ...(marker === undefined ? [] : [marker])].map((name) => members[name]).find(isToken);
  return named ?? keyOf(members);
}

/** DynamoDB goes on from a whole key. */
function keyOf({ LastEvaluatedKey }: { readonly LastEvaluatedKey?: unknown }): string | undefined {
  const isKey = typeof LastEvaluatedKey === 'object' && LastEvaluatedKey !== null;
  return isKey ? JSON.stringify(LastEvaluatedKey) : undefined;
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
