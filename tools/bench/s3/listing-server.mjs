// A bucket of many keys that can only be listed, in a process of its own. Its pages are put together of pieces made beforehand, so that it is
// never what a listing waits for, but for the ms that each request takes.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const [count, latency] = [Number(process.argv[2]), Number(process.argv[3])];
const keys = Array.from({ length: count }, (_, index) => createHash('md5').update(String(index)).digest('hex')).sort();
const pieces = keys.map((key, index) => {
  const size = (index * 7_919) % 1_000_000;
  return `<Contents><Key>${key}</Key><LastModified>2026-11-25T12:00:00.000Z</LastModified><ETag>&quot;${key}&quot;</ETag><Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
});
let [requests, working] = [0, 0];

const server = createServer((request, response) => {
  const began = performance.now();
  requests += 1;
  const page = pageFor(new URL(request.url ?? '/', 'http://localhost').searchParams);
  working += performance.now() - began;
  setTimeout(() => {
    response.writeHead(200, {
      'content-type': 'application/xml',
      'x-amz-request-id': 'request',
      'content-length': Buffer.byteLength(page),
    });
    response.end(page);
  }, latency);
});

/** @param {URLSearchParams} query */
function pageFor(query) {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const from = Math.max(indexBehind(after), firstIndex(prefix));
  const until = firstIndex(prefix === '' ? '~' : `${prefix}~`);
  const end = Math.min(from + Number(query.get('max-keys') ?? 1_000), until);
  const isTruncated = end < until;
  const token = isTruncated ? `<NextContinuationToken>${keys[end - 1]}</NextContinuationToken>` : '';
  const contents = pieces.slice(from, end).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name><Prefix>${prefix}</Prefix><KeyCount>${Math.max(0, end - from)}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>${isTruncated}</IsTruncated>${token}${contents}</ListBucketResult>`;
}

/** The index of the first key that is not before this. @param {string} key */
function firstIndex(key) {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (String(keys[middle]) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param {string} key */
function indexBehind(key) {
  const index = firstIndex(key);
  return keys[index] === key ? index + 1 : index;
}

server.listen(0, '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  process.send?.({ url: `http://127.0.0.1:${address.port}` });
});
process.on('message', () => {
  process.send?.({ requests, working });
  [requests, working] = [0, 0];
});
process.once('disconnect', () => process.exit(0));
