import type { S3 } from '@aws-sdk/client-s3';
import type { BucketHome } from '../calls/bucket-home.js';
import type { RequestOptions } from '../calls/request-options.js';

/** One thing that a bucket can be set to: the requests that read it, write it and take it away. */
export interface Setting<T> {
  /** The operations' noun, `BucketCors`. */
  readonly name: string;
  /** The code by which S3 says that there is none. */
  readonly none?: string | undefined;
  /** Refuses what S3 would refuse. @throws OptionError */
  check?(value: T): void;
  get(native: S3, Bucket: string): Promise<T | undefined>;
  put(native: S3, Bucket: string, value: T): Promise<unknown>;
  /** Where nothing deletes it, it is written as what is as good as none. */
  delete(native: S3, Bucket: string): Promise<unknown>;
}

/** What a bucket is set to, if it is. */
export async function readSetting<T>(
  home: BucketHome,
  setting: Setting<T>,
  options: RequestOptions,
): Promise<T | undefined> {
  try {
    return await home.call(`get${setting.name}`, (native) => setting.get(native, home.name), options);
  } catch (error) {
    if (setting.none !== undefined && (error as { readonly name?: unknown } | null)?.name === setting.none) {
      return undefined;
    }
    throw error;
  }
}

/** Sets it, or takes it away. What S3 would refuse is refused before anything is sent. */
export async function writeSetting<T>(
  home: BucketHome,
  setting: Setting<T>,
  value: T | undefined,
  options: RequestOptions,
): Promise<void> {
  if (value === undefined) {
    await home.call(`delete${setting.name}`, (native) => setting.delete(native, home.name), options);
    return;
  }
  setting.check?.(value);
  await home.call(`put${setting.name}`, (native) => setting.put(native, home.name, value), options);
}
