/** The version of the API. */
export const simpleDbVersion = '2009-04-15';

/** The region of a request that names none, as that of sdb.amazonaws.com. */
export const simpleDbHome = 'us-east-1';

/**
 * The regions that have SimpleDB.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/sdb.html
 */
export const simpleDbRegions: readonly string[] = [
  'us-east-1',
  'us-west-1',
  'us-west-2',
  'eu-west-1',
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'sa-east-1',
];
