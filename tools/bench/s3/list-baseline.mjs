import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';

/** Prefixes that cut the keys into sixteen equal parts: whoever lists has to know them. */
const prefixes = [...'0123456789abcdef'];

/** All keys, by the SDK's paginator. @param {string} endpoint @param {boolean} isOne */
export async function list(endpoint, isOne) {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
  const client = new S3Client({ region: 'us-east-1', endpoint, credentials, forcePathStyle: true });
  const counts = (isOne ? [''] : prefixes).map(async (Prefix) => {
    let keys = 0;
    for await (const page of paginateListObjectsV2({ client }, { Bucket: 'bucket', Prefix })) {
      for (const _ of page.Contents ?? []) keys += 1;
    }
    return keys;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
