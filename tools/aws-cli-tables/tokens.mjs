/** Members of an answer that say where a listing goes on, or how much was asked for: not what was listed. */
export const tokens = [
  'ContinuationToken',
  'IsTruncated',
  'Marker',
  'MaxItems',
  'MaxResults',
  'NextContinuationToken',
  'NextKeyMarker',
  'NextMarker',
  'NextPageToken',
  'NextPartNumberMarker',
  'NextToken',
  'NextUploadIdMarker',
  'PaginationToken',
  'marker',
  'nextPageToken',
  'nextToken',
];
