/**
 * Where the local Swift is not the same as OpenStack's, and is not to be.
 * @type {readonly { readonly ask: RegExp, readonly difference: RegExp, readonly because: string }[]}
 */
export const known = [
  {
    ask: /multipart-manifest=get|prefix=big/,
    difference: /^(?:etag|body): .*[0-9a-f]{32}/,
    because: 'a manifest says when its segments were put, so its own MD5 is another each time',
  },
  {
    ask: /\?multipart-manifest=put/,
    difference: /^body: [\s\S]*Size Mismatch/,
    because: 'problems come in the order in which the segments were looked at, which is nobody’s promise',
  },
  {
    ask: /\/c\/dlo \{"range":"bytes=20-"\}/,
    difference: /^(?:content-type|etag|x-object-manifest)/,
    because: 'a dynamic large object says less of itself than others when none of its bytes are asked for',
  },
  {
    ask: /temp_url_sig=[0-9a-f]{40}&/,
    difference: /./,
    because: 'SHA-1 is off in newer Swifts, and was on in the one that Debian has',
  },
  {
    ask: /extract-archive=tar/,
    difference: /Invalid Tar File/,
    because: 'what is wrong with an archive is told in words',
  },
  {
    ask: /GET \/c\/link2|PUT \/c\/link4/,
    difference: /^content-(?:location|type)/,
    because: 'an error says where a link leads, though nothing is there',
  },
];
