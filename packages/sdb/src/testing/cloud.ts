import type { Target } from '@proj/core';
import { type LocalCloudOptions, startLocalCloud } from '@proj/local';
import { onTestFinished } from 'vitest';
import type { Domain } from '../objects/domain.js';
import { type SimpleDBOptions, type SimpleDBSet, simpledb } from '../simpledb-set.js';

/** A local SimpleDB that ends with the test, and its requests: their regions and forms. */
export async function localSimpledb(given: LocalCloudOptions = {}, more: SimpleDBOptions = {}) {
  const cloud = await startLocalCloud({ seed: 'none', ...given });
  onTestFinished(() => cloud.close());
  const endpoint = ({ region }: Target) => cloud.endpoint('sdb', region);
  const options: SimpleDBOptions = { endpoint, credentials: cloud.credentials, config: { maxAttempts: 1 }, ...more };
  const everywhere: SimpleDBSet = simpledb(options);
  onTestFinished(() => everywhere[Symbol.asyncDispose]());
  return { cloud, options, everywhere };
}

/** A new domain of a local SimpleDB. */
export async function localDomain(name = 'books', region = 'eu-west-1'): Promise<Domain> {
  const { everywhere } = await localSimpledb();
  const domain = everywhere.domain(name).at(region);
  await domain.create();
  return domain;
}

/** All of a stream. */
export async function all<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const values: T[] = [];
  for await (const value of stream) values.push(value);
  return values;
}
