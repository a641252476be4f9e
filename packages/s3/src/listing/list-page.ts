import {
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  type ListObjectsV2CommandOutput,
  type S3,
} from '@aws-sdk/client-s3';
import type { Field } from '@proj/core/store';
import { type ListingPage, readListing } from './read-listing.js';

interface Answer {
  readonly statusCode: number;
  body?: unknown;
}

/** The page, or what the SDK made of the answer where it is not plainly one. */
export type PageAnswer = { readonly page: ListingPage } | { readonly output: ListObjectsV2CommandOutput };

const noPage = new TextEncoder().encode('<ListBucketResult/>');

/**
 * Asks for a page of a listing by the SDK's client, and reads it here: to the SDK an empty page is given in its place. What is not read here is left to it
 * as it came.
 */
export async function listPage(
  native: S3,
  input: ListObjectsV2CommandInput,
  fields: readonly Field[],
): Promise<PageAnswer> {
  let page: ListingPage | undefined;
  const command = new ListObjectsV2Command(input);
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as Answer;
      if (response.statusCode !== 200) return result;
      const { body } = response;
      const bytes = body instanceof Uint8Array ? body : await native.config.streamCollector(body as never);
      page = readListing(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'), fields);
      response.body = page === undefined ? bytes : noPage;
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'readListing' },
  );
  const output = await native.send(command);
  return page === undefined ? { output } : { page };
}
