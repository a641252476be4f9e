import type { SQS } from '@aws-sdk/client-sqs';
import type { Place } from '@proj/core';
import { callOptionsOf, type RequestOptions } from '../calls/request-options.js';
import { collect, followPages } from '../listing/pages.js';

/** The URLs of the queues whose failing messages come to this one, over all pages. */
export function deadLetterSourceUrls(
  place: Place<SQS>,
  QueueUrl: string,
  options: RequestOptions,
): Promise<readonly string[]> {
  const operation = 'listDeadLetterSourceQueues';
  const fetch = async (NextToken: string | undefined) => {
    const ask = (native: SQS) => native.listDeadLetterSourceQueues({ QueueUrl, MaxResults: 1_000, NextToken });
    const { queueUrls = [], NextToken: next } = await place.call(operation, ask, callOptionsOf(options));
    return { urls: queueUrls, nextToken: next || undefined };
  };
  const pages = followPages({ operation, region: place.target.region, startingToken: undefined, fetch });
  return collect(pages, (page) => page.urls);
}
