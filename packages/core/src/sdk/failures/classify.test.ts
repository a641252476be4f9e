import { EC2 } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { targetOf } from '../../targets/target.js';
import { CredentialsError } from '../credentials/credentials-error.js';
import { serviceSet } from '../set/service-set.js';
import { account } from '../testing/account.js';
import { type Answer, ec2Error, newKeys, Wire } from '../testing/wire.js';
import { classify } from './classify.js';

const ireland = targetOf({ service: 'ec2', region: 'eu-west-1' });
const bahrain = targetOf({ service: 'ec2', region: 'me-south-1' });

async function statuses(answer: Answer): Promise<Readonly<Record<string, string>>> {
  const wire = account(['us-east-1', 'eu-west-1'], ({ action }) => (action === 'DescribeRegions' ? undefined : answer));
  const regions = ['eu-west-1', 'me-south-1'];
  const set = serviceSet(EC2, { regions, credentials: newKeys(), config: wire.config });
  const { outcomes } = await set.describeVolumes({}).settled();
  return Object.fromEntries(outcomes.map(({ target, status }) => [target.region, status]));
}

test.each([
  ['UnauthorizedOperation', 403, 'denied', 'denied'],
  ['AccessDenied', 403, 'denied', 'denied'],
  ['ExpiredToken', 400, 'denied', 'denied'],
  ['AuthFailure', 401, 'denied', 'notEnabled'],
  ['InvalidClientTokenId', 403, 'denied', 'notEnabled'],
  ['OptInRequired', 403, 'denied', 'notEnabled'],
  ['SignatureDoesNotMatch', 403, 'denied', 'denied'],
  ['NobodyHasSeenThis', 403, 'denied', 'denied'],
  ['NobodyHasSeenThis', 401, 'denied', 'denied'],
  ['RequestLimitExceeded', 503, 'throttled', 'throttled'],
  ['Throttling', 400, 'throttled', 'throttled'],
  ['SlowDown', 503, 'throttled', 'throttled'],
  ['Whatever', 429, 'throttled', 'throttled'],
  ['InvalidAction', 400, 'notSupported', 'notSupported'],
  ['InternalError', 500, 'failed', 'failed'],
  ['Unavailable', 503, 'failed', 'failed'],
  ['InvalidParameterValue', 400, 'failed', 'failed'],
])('%s with status %i is %s in Ireland and %s in Bahrain', async (code, status, inIreland, inBahrain) => {
  expect(await statuses(ec2Error(code, status))).toEqual({ 'eu-west-1': inIreland, 'me-south-1': inBahrain });
});

test('where the region is known to be enabled, bad keys are bad keys', () => {
  const error = Object.assign(new Error('m'), { name: 'AuthFailure' });
  expect(classify(error, bahrain, true).status).toBe('notEnabled');
  expect(classify(error, bahrain, false).status).toBe('denied');
  expect(classify(error, ireland, true).status).toBe('denied');
});

test('keys that are bad everywhere are bad in opt-in regions, too: nothing is lost, however the regions are named', async () => {
  const wire = () => new Wire(() => ec2Error('AuthFailure', 401));
  const optIn = ['me-south-1', 'af-south-1'];
  for (const regions of [optIn, 'all', 'enabled', ['me-*']] as const) {
    const { config } = wire();
    const set = serviceSet(EC2, { regions, credentials: newKeys(), config });
    const { outcomes, complete } = await set.describeVolumes({}).settled();
    expect([new Set(outcomes.map(({ status }) => status)), complete]).toEqual([new Set(['denied']), false]);
    await expect(set.paginateDescribeVolumes({}).toArray()).rejects.toMatchObject({ name: 'FanOutError' });
  }
});

test('where nobody says which regions are enabled, an opt-in region that refuses the keys may well be off', async () => {
  const wire = new Wire(({ action }) =>
    action === 'DescribeVolumes' ? ec2Error('AuthFailure', 401) : ec2Error('InternalError', 500),
  );
  const set = serviceSet(EC2, { regions: ['me-south-1'], credentials: newKeys(), config: wire.config });
  expect((await set.describeVolumes({}).settled()).outcomes).toMatchObject([{ status: 'notEnabled' }]);
});

test("a factory's services may be another account's: nobody is asked about them", async () => {
  const wire = new Wire(() => ec2Error('AuthFailure', 401));
  const credentials = newKeys();
  const set = serviceSet(({ region }) => new EC2({ region, credentials, ...wire.config }), { regions: ['me-south-1'] });
  expect((await set.describeVolumes({}).settled()).outcomes).toMatchObject([{ status: 'notEnabled' }]);
  expect(wire.sent.map(({ action }) => action)).toEqual(['DescribeVolumes']);
});

const coded = (code: string, name = 'Error') => Object.assign(new Error('m'), { code, name });
const socketTimeout = Object.assign(new Error('Connection timed out after 1000 ms'), { name: 'TimeoutError' });
const connectTimeout = Object.assign(
  new Error(
    '@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of 1 ms. Socket timed out without establishing a connection within 1 ms',
  ),
  { name: 'TimeoutError' },
);

test.each([
  ['refused', coded('ECONNREFUSED'), 'unreachable'],
  ['reset, under the name that the SDK gives it', coded('ECONNRESET', 'TimeoutError'), 'unreachable'],
  ['a connect time-out of the system', coded('ETIMEDOUT', 'TimeoutError'), 'unreachable'],
  ['no such name', coded('ENOTFOUND'), 'unreachable'],
  ['no name server', coded('EAI_AGAIN'), 'unreachable'],
  ['no route', coded('EHOSTUNREACH'), 'unreachable'],
  ['an expired certificate', coded('CERT_HAS_EXPIRED'), 'unreachable'],
  ['a name that is not in the certificate', coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'unreachable'],
  ['an own root', coded('SELF_SIGNED_CERT_IN_CHAIN'), 'unreachable'],
  ['all addresses of a host', new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]), 'unreachable'],
  ['a cause', new Error('m', { cause: new Error('n', { cause: coded('ECONNRESET') }) }), 'unreachable'],
  ['a connect time-out of the SDK', connectTimeout, 'unreachable'],
  ['silence, by the SDK', socketTimeout, 'timedOut'],
  ['an abort by somebody else', Object.assign(new Error('m'), { name: 'AbortError' }), 'cancelled'],
  ['a bug', new TypeError('x is undefined'), 'failed'],
  [
    "what failed for want of credentials, whatever the provider's reason",
    new CredentialsError(coded('ECONNREFUSED')),
    'failed',
  ],
])('%s is what it is', (_, error, status) => {
  expect(classify(error, ireland, true).status).toBe(status);
});
