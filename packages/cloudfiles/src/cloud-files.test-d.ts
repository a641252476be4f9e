import { expectTypeOf, test } from 'vitest';
import {
  type Account,
  type CloudFilesFacts,
  type CloudFilesSet,
  type Container,
  cloudFiles,
  keystone,
  type ObjectHandle,
  rackspace,
  type SwiftFacts,
} from './index.js';

declare const swift: CloudFilesSet;
declare const rack: CloudFilesSet<CloudFilesFacts>;
declare const container: Container;

test('who logs in says which dialect it is', () => {
  const openStack = keystone({ authUrl: 'https://keystone.example.com', token: 't' });
  expectTypeOf(cloudFiles(openStack)).resolves.toEqualTypeOf<CloudFilesSet<SwiftFacts>>();
  expectTypeOf(cloudFiles(rackspace({ username: 'u', apiKey: 'k' }))).resolves.toEqualTypeOf<
    CloudFilesSet<CloudFilesFacts>
  >();
  expectTypeOf(swift.at('DFW')).toEqualTypeOf<Account>();
  expectTypeOf(rack.at('DFW').container('a')).toEqualTypeOf<Container<CloudFilesFacts>>();
  expectTypeOf(container.object('a')).toEqualTypeOf<ObjectHandle>();
  expectTypeOf(swift.in('D*').with({ timeout: 1_000 })).toEqualTypeOf<CloudFilesSet>();
});

test('a listing has the content type, and rows have what was asked for', async () => {
  for await (const row of container.list({ with: ['contentType'] }))
    expectTypeOf(row).toEqualTypeOf<{ readonly name: string } & { readonly contentType: string }>();
  for await (const row of rack
    .at('DFW')
    .container('a')
    .list({ with: ['size'] }))
    expectTypeOf(row.size).toEqualTypeOf<number>();
  const paid = container.list({ with: ['expiresAt'], budget: { maxRequests: 5 } });
  for await (const row of paid) expectTypeOf(row.expiresAt).toEqualTypeOf<Date | undefined>();
});

test('what is not there, or is not paid for, does not compile', () => {
  // @ts-expect-error metadata cost a request for each name
  container.list({ with: ['metadata'] });
  // @ts-expect-error objects have no storage class
  container.list({ with: ['storageClass'], budget: { maxRequests: 5 } });
  // @ts-expect-error a container is in a region
  swift.container('a');
  // @ts-expect-error no option of the set
  cloudFiles(keystone({ authUrl: 'https://keystone.example.com', token: 't' }), { region: 'DFW' });
  // @ts-expect-error a key, or a password, of whom
  keystone({ authUrl: 'https://keystone.example.com' });
  // @ts-expect-error streams go by upload
  container.object('a').put((async function* () {})());
  // @ts-expect-error no other condition of writing
  container.object('a').put('', { ifNoneMatch: 'etag' });
  // @ts-expect-error it is what it was
  container.name = 'other';
});
