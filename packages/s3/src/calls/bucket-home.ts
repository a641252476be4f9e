import type { S3 } from '@aws-sdk/client-s3';
import type { BucketRouter } from '../routing/bucket-router.js';
import type { RequestOptions } from './request-options.js';

/** Where what is done to a bucket, and to what is in it, is sent. */
export class BucketHome {
  readonly name: string;
  readonly #router: BucketRouter;

  constructor(router: BucketRouter, name: string) {
    this.#router = router;
    this.name = name;
  }

  /** Makes a request in the bucket's region, which is found out before the first. */
  call<R>(operation: string, work: (native: S3) => Promise<R>, options: RequestOptions): Promise<R> {
    const { signal, timeout } = options;
    return this.#router.call(this.name, work, { operation, signal, timeout });
  }

  region(options: RequestOptions = {}): Promise<string> {
    return this.#router.regionOf(this.name, options);
  }

  /** The SDK's client of the bucket's region. */
  async native(options: RequestOptions = {}): Promise<S3> {
    return (await this.#router.placeOf(this.name, options)).native;
  }

  /** The bucket's region as far as it is known. */
  get knownRegion(): string | undefined {
    return this.#router.known(this.name);
  }

  /** It is gone, and may come again elsewhere. */
  forget(): void {
    this.#router.forget(this.name);
  }
}
