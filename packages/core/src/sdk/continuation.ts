/** The names under which AWS's answers carry the token to go on from, most telling first. */
const tokens = [
  ...['NextToken', 'nextToken', 'NextMarker', 'NextContinuationToken', 'NextPageToken', 'nextPageToken'],
  ...['PaginationToken', 'NextKeyMarker', 'NextUploadIdMarker', 'NextPartNumberMarker', 'LastEvaluatedTableName'],
];

/** The token with which an answer says that there is more. */
export function continuationOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const members = answer as Readonly<Record<string, unknown>>;
  // Where an answer says outright that it is whole, a marker in it is an echo of the question (S3's ListObjects).
  if (members['IsTruncated'] === false) return undefined;
  const named = tokens.map((name) => members[name]).find(isToken);
  return (named ?? markerOf(members)) as string | undefined;
}

/** IAM's, RDS's and CloudFormation's kin call the token Marker; S3 echoes its question's by that name, but says IsTruncated too. */
function markerOf(members: Readonly<Record<string, unknown>>): unknown {
  const { Marker, marker, IsTruncated } = members as { Marker?: unknown; marker?: unknown; IsTruncated?: unknown };
  if (isToken(Marker)) return Marker;
  if (isToken(marker)) return marker;
  return IsTruncated === true ? 'IsTruncated' : undefined;
}

function isToken(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
