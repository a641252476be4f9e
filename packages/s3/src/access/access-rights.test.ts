import { expect, test } from 'vitest';
import { refusal } from '../testing/far-end.js';
import { answer, oneBucket } from '../testing/one-bucket.js';
import { aclXml, grantXml, ownersGrant, ownershipXml, publicGrant, withAcls } from '../testing/with-acls.js';
import type { Grant } from './grants.js';

const owner = { id: 'owner-id', displayName: 'owner' };
const owners: Grant = { to: { id: 'owner-id' }, permission: 'FULL_CONTROL' };
const everybody: Grant = { to: { group: 'AllUsers' }, permission: 'READ' };

test('an ACL has the owner, and grants to accounts, addresses and groups by name', async () => {
  const groups = 'http://acs.amazonaws.com/groups';
  const { bucket } = oneBucket(({ query }) =>
    answer(
      'acl' in query
        ? aclXml(
            ownersGrant,
            publicGrant,
            grantXml('WRITE', { URI: `${groups}/s3/LogDelivery` }),
            grantXml('READ_ACP', { URI: `${groups}/global/AuthenticatedUsers` }),
            grantXml('READ', { URI: `${groups}/global/Tomorrows` }),
          )
        : ownershipXml('ObjectWriter'),
    ),
  );
  expect(await (await bucket.require('containerAcl')).acl()).toEqual({
    owner,
    grants: [
      { to: owner, permission: 'FULL_CONTROL' },
      everybody,
      { to: { group: 'LogDelivery' }, permission: 'WRITE' },
      { to: { group: 'AuthenticatedUsers' }, permission: 'READ_ACP' },
      { to: { uri: `${groups}/global/Tomorrows` }, permission: 'READ' },
    ],
  });
});

test('a canned ACL is a header', async () => {
  const { bucket, sent, lines } = withAcls();
  await (await bucket.require('containerAcl')).setAcl('log-delivery-write');
  await (await bucket.object('a b').require('objectAcl')).setAcl('public-read', { versionId: 'v1' });
  expect(lines()).toEqual(['GET /?ownershipControls', 'PUT /?acl', 'PUT /a b?acl&versionId=v1']);
  expect(sent.map(({ headers }) => headers['x-amz-acl'])).toEqual([undefined, 'log-delivery-write', 'public-read']);
});

test('an ACL by grants keeps the owner, whom it asks for unless he is given', async () => {
  const { bucket, lines, sent } = withAcls();
  const rights = await bucket.require('containerAcl');
  await rights.setAcl({ grants: [everybody] });
  expect(await rights.acl()).toEqual({ owner, grants: [everybody] });
  await rights.setAcl({ owner, grants: [owners] });
  expect(lines().slice(1)).toEqual(['GET /?acl', 'PUT /?acl', 'GET /?acl', 'PUT /?acl']);
  expect(sent.at(-1)?.body).toMatch(/<Grantee [^>]*xsi:type="CanonicalUser"[^>]*><ID>owner-id<\/ID><\/Grantee>/);
});

test('what is granted is added, once, and what is revoked is taken away', async () => {
  const { bucket, lines } = withAcls();
  const rights = await bucket.object('a').require('objectAcl');
  await rights.grant(everybody);
  await rights.grant([everybody, owners]);
  expect((await rights.acl()).grants).toEqual([owners, everybody]);
  await rights.revoke({ to: { id: 'stranger' }, permission: 'READ' });
  await rights.revoke(everybody);
  expect((await rights.acl()).grants).toEqual([owners]);
  const puts = lines().filter((line) => line.startsWith('PUT'));
  expect(puts).toEqual(['PUT /a?acl', 'PUT /a?acl']);
});

test('an address goes as one', async () => {
  const { bucket, sent } = withAcls();
  await (await bucket.require('containerAcl')).grant({ to: { email: 'a@example.com' }, permission: 'WRITE' });
  expect(sent.at(-1)?.body).toContain('<EmailAddress>a@example.com</EmailAddress>');
});

test.each([
  ['setAcl(acl) is "public"', { setAcl: 'public' }],
  ['permission is "LOOK"', { grant: { to: { id: 'a' }, permission: 'LOOK' } }],
  ['to is { id }', { grant: { to: { group: 'Friends' }, permission: 'READ' } }],
  ['to is { id }', { grant: { to: { id: 'a', email: 'b' }, permission: 'READ' } }],
  ['to is { id }', { revoke: { to: 'a', permission: 'READ' } }],
  ['no list given', { setAcl: {} }],
] as const)('is refused before a request: %s', async (sentence, given) => {
  const { bucket, lines } = withAcls();
  const rights = await bucket.require('containerAcl');
  const [[method, value]] = Object.entries(given) as [['grant' | 'revoke', Grant]];
  await expect(rights[method](value)).rejects.toThrow(sentence);
  expect(lines()).toEqual(['GET /?ownershipControls']);
});

test('ACLs that were switched off meanwhile are not there any more', async () => {
  const { bucket } = oneBucket(({ method }) =>
    method === 'GET' ? answer(ownershipXml('ObjectWriter')) : refusal('AccessControlListNotSupported', 400),
  );
  const rights = await bucket.require('containerAcl');
  const ofObject = await bucket.object('a').require('objectAcl');
  await expect(ofObject.setAcl('private')).rejects.toMatchObject({ name: 'UnsupportedError', ability: 'objectAcl' });
  expect(bucket.has('containerAcl')).toBe(false);
  await expect(rights.setAcl('private')).rejects.toMatchObject({ cause: { name: 'AccessControlListNotSupported' } });
});
