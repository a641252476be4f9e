/** Where a body lies outside of its message. */
export interface BodyPlace {
  readonly bucket: string;
  readonly key: string;
}

/**
 * Keeps bodies that are too large for messages: in S3 for programs that use the extended clients for Java and Python, whose form of
 * pointer is used. Two lines of an S3 client each; another store serves as well, where nobody else reads the queue.
 *
 * @example
 * ```ts
 * const store: LargeBodyStore = {
 *   async put(body) {
 *     const place = { bucket: 'large-messages', key: randomUUID() };
 *     await s3.putObject({ Bucket: place.bucket, Key: place.key, Body: body });
 *     return place;
 *   },
 *   get: async ({ bucket, key }) => (await s3.getObject({ Bucket: bucket, Key: key })).Body?.transformToString() ?? '',
 *   delete: async ({ bucket, key }) => void (await s3.deleteObject({ Bucket: bucket, Key: key })),
 * };
 * ```
 */
export interface LargeBodyStore {
  put(body: string): Promise<BodyPlace>;
  get(place: BodyPlace): Promise<string>;
  delete(place: BodyPlace): Promise<void>;
}

/** A store and from which size on bodies go there. */
export interface LargeBodies {
  readonly store: LargeBodyStore;
  /** Bytes of UTF-8 that a body may have and stay in its message. @defaultValue 262,144, as the extended clients have it */
  readonly over?: number | undefined;
}
