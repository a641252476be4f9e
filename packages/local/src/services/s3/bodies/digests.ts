import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Crc32c, Crc64Nvme } from '@aws-sdk/checksums/crc';

/** The checksums that S3 takes, as it names them. */
export const checksumAlgorithms = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;

/** One of them. */
export type ChecksumAlgorithm = (typeof checksumAlgorithms)[number];

/** A sum that is taken while bytes pass by. */
export interface Digest {
  update(bytes: Buffer): void;
  digest(): Buffer | Promise<Buffer>;
}

/** Begins a sum. */
export function makeDigest(algorithm: ChecksumAlgorithm | 'MD5'): Digest {
  switch (algorithm) {
    case 'CRC32':
      return crc32Digest();
    case 'CRC32C':
      return sdkDigest(new Crc32c());
    case 'CRC64NVME':
      return sdkDigest(new Crc64Nvme());
    default:
      return hashDigest(algorithm);
  }
}

/** The algorithm of that name, in whatever case. */
export function algorithmOf(name: string): ChecksumAlgorithm | undefined {
  return checksumAlgorithms.find((one) => one === name.toUpperCase());
}

function hashDigest(algorithm: 'MD5' | 'SHA1' | 'SHA256'): Digest {
  const hash = createHash(algorithm.toLowerCase());
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
}

function crc32Digest(): Digest {
  let value = 0;
  return {
    update: (bytes) => {
      value = crc32(bytes, value);
    },
    digest: () => {
      const sum = Buffer.alloc(4);
      sum.writeUInt32BE(value);
      return sum;
    },
  };
}

function sdkDigest(sum: { update(bytes: Uint8Array): void; digest(): Promise<Uint8Array> }): Digest {
  return { update: (bytes) => sum.update(bytes), digest: async () => Buffer.from(await sum.digest()) };
}
