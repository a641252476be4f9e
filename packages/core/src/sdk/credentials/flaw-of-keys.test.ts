import { EC2 } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { isOptionError } from '../../errors/option-error.js';
import type { Credentials } from '../set/options.js';
import { serviceSet } from '../set/service-set.js';
import { ec2Answer, newKeys, Wire } from '../testing/wire.js';
import { isCredentialsError } from './credentials-error.js';
import { flawOfKeys } from './flaw-of-keys.js';

const flaws: readonly (readonly [string, object, RegExp])[] = [
  ['no secret', { secretAccessKey: undefined }, /that are no object with accessKeyId and secretAccessKey/],
  ['an empty id', { accessKeyId: '' }, /with an empty accessKeyId/],
  ['an empty secret', { secretAccessKey: '' }, /with an empty secretAccessKey/],
  ['a number for a session', { sessionToken: 42 }, /with a sessionToken that is no text/],
  ['null for a session', { sessionToken: null }, /with a sessionToken that is no text/],
  ['an empty session', { sessionToken: '' }, /with an empty sessionToken/],
  ['a text for a date', { expiration: '2026-11-25T12:00:00Z' }, /with an expiration that is no Date/],
  ['a number for a date', { expiration: 1_795_000_000 }, /with an expiration that is no Date/],
  ['null for a date', { expiration: null }, /with an expiration that is no Date/],
  ['a date that is none', { expiration: new Date('tomorrow') }, /with an expiration that is an invalid Date/],
];

test.each(flaws)('keys with %s are refused when the set is made, and nothing of them is shown', (_, flaw, message) => {
  const credentials = { ...newKeys(), ...flaw } as Credentials;
  const make = () => serviceSet(EC2, { regions: ['eu-west-1'], credentials });
  expect(make).toThrow(message);
  expect(make).toThrow(expect.toSatisfy(isOptionError));
  expect(make).not.toThrow(credentials.secretAccessKey || 'nothing');
});

test.each(flaws)(
  'a provider of keys with %s is asked once, and the cause says what is wrong',
  async (_, flaw, message) => {
    let asked = 0;
    const credentials = async (): Promise<Credentials> => {
      asked += 1;
      return { ...newKeys(), ...flaw } as Credentials;
    };
    const wire = new Wire((sent) => ec2Answer(sent));
    const set = serviceSet(EC2, { regions: ['eu-west-1', 'us-east-1'], credentials, config: wire.config });
    const { failures } = await set.describeVolumes({}).settled();
    expect([asked, wire.sent.length, failures.length]).toEqual([1, 0, 2]);
    expect(failures[0]?.error).toSatisfy(isCredentialsError);
    expect(failures[0]?.error.cause).toMatchObject({ message: expect.stringMatching(message) });
  },
);

test('keys that are whole have none', () => {
  expect(flawOfKeys(newKeys())).toBeUndefined();
  expect(flawOfKeys({ ...newKeys(), sessionToken: 's', expiration: new Date(), accountId: '1' })).toBeUndefined();
});
