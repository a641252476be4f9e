import { describe, expect, it } from 'vitest';
import { decodeChunked } from './aws-chunked.js';
import { ChunkSignatures } from './chunk-signatures.js';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html */
const SEED = '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9';
const SIGNATURES = [
  'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
  '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
  'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
];

function documented(): ChunkSignatures {
  return new ChunkSignatures(
    {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      date: '20130524',
      region: 'us-east-1',
      service: 's3',
      timestamp: '20130524T000000Z',
      expires: undefined,
      token: undefined,
      signedHeaders: [],
      signature: SEED,
    },
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  );
}

function body(signatures: readonly string[]): string {
  const parts = ['a'.repeat(65_536), 'a'.repeat(1024), ''];
  return parts
    .map((part, index) => `${part.length.toString(16)};chunk-signature=${signatures[index]}\r\n${part}\r\n`)
    .join('');
}

async function decode(text: string, cut: number, signatures: ChunkSignatures | undefined): Promise<[string, unknown]> {
  const trailers = new Map<string, string>();
  let whole = '';
  for await (const part of decodeChunked(pieces(text, cut), { signatures, trailer: false, trailers })) whole += part;
  return [whole, [...trailers]];
}

async function* pieces(text: string, cut: number): AsyncIterable<Buffer> {
  for (let at = 0; at < text.length; at += cut) yield Buffer.from(text.slice(at, at + cut));
}

describe('aws-chunked', () => {
  it.each([1_000_000, 4096, 7])('is read as AWS documents it, %d bytes at a time', async (cut) => {
    const [whole] = await decode(body(SIGNATURES), cut, documented());
    expect(whole).toBe('a'.repeat(66_560));
  });

  it.each([0, 1, 2])('is refused when signature %d is another', async (index) => {
    const wrong = SIGNATURES.map((one, at) => (at === index ? one.replace(/^./, 'f') : one));
    await expect(decode(body(wrong), 4096, documented())).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
  });

  it('carries trailers, signed or not', async () => {
    const text = '5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n';
    expect(await decode(text, 3, undefined)).toEqual(['hello', [['x-amz-checksum-crc32', 'NhCmhg==']]]);
  });

  it.each(['5\r\nhel', '5\r\nhelloworld\r\n', 'zz\r\n', '5;chunk-signature=1\r\nhello\r\n', 'a'.repeat(20_000)])(
    'refuses %j',
    async (text) => {
      await expect(decode(text, 4096, undefined)).rejects.toMatchObject({ name: 'ApiError' });
    },
  );
});
