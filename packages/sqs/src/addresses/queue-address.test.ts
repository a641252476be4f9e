import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQueueAddress } from './queue-address.js';
import { isQueueAddressError } from './queue-address-error.js';
import { placeOf } from './queue-by-address.js';

const account = '111122223333';

test.each([
  [`https://sqs.eu-west-1.amazonaws.com/${account}/jobs`, 'eu-west-1'],
  [`https://sqs-fips.us-east-1.amazonaws.com/${account}/jobs`, 'us-east-1'],
  [`https://sqs.us-gov-west-1.amazonaws.com/${account}/jobs`, 'us-gov-west-1'],
  [`https://sqs.eu-west-1.api.aws/${account}/jobs`, 'eu-west-1'],
  [`https://sqs.cn-north-1.amazonaws.com.cn/${account}/jobs`, 'cn-north-1'],
  [`https://eu-west-1.queue.amazonaws.com/${account}/jobs`, 'eu-west-1'],
  [`https://queue.amazonaws.com/${account}/jobs`, 'us-east-1'],
  [`https://vpce-0a1b-2c3d.sqs.ap-southeast-2.vpce.amazonaws.com/${account}/jobs`, 'ap-southeast-2'],
  [`http://127.0.0.1:4566/${account}/jobs`, undefined],
  [`arn:aws:sqs:eu-west-1:${account}:jobs`, 'eu-west-1'],
])('%s is in %s', (address, region) => {
  expect(parseQueueAddress(address)).toMatchObject({ account, name: 'jobs', region });
});

test('a FIFO queue keeps its ending, and an ARN its partition', () => {
  expect(parseQueueAddress(`arn:aws-cn:sqs:cn-north-1:${account}:jobs.fifo`)).toEqual({
    name: 'jobs.fifo',
    account,
    region: 'cn-north-1',
    partition: 'aws-cn',
    origin: undefined,
  });
});

test.each([
  '',
  'jobs',
  'https://sqs.eu-west-1.amazonaws.com/jobs',
  `https://sqs.eu-west-1.amazonaws.com/${account}/jobs/more`,
  `https://sqs.eu-west-1.amazonaws.com/${account}/a b`,
  `https://sqs.eu-west-1.amazonaws.com/${account}/jobs?x=1`,
  `https://user:secret@sqs.eu-west-1.amazonaws.com/${account}/jobs`,
  `ftp://sqs.eu-west-1.amazonaws.com/${account}/jobs`,
  `arn:aws:sns:eu-west-1:${account}:jobs`,
  undefined as unknown as string,
])('%j is no address of a queue', (address) => {
  expect(() => parseQueueAddress(address)).toThrow(expect.toSatisfy(isQueueAddressError));
});

test.each([
  'https://sqs.eu-west-1.amazonaws.com.evil.example',
  'https://evil.example',
  'https://sqs.eu-west-1.evil.example',
  'https://xsqs.eu-west-1.amazonaws.com.example',
  'https://vpce-1.sqs.eu-west-1.vpce.amazonaws.com.example',
])('a queue at %s is refused, whatever region is said', (origin) => {
  const address = `${origin}/${account}/jobs`;
  expect(() => placeOf(address, { region: 'eu-west-1' }, undefined)).toThrow(
    /which is not SQS: nothing is signed for it/,
  );
  expect(placeOf(address, { region: 'eu-west-1' }, origin)).toEqual({ region: 'eu-west-1', url: address });
});

test('an address that names no region needs one, and one that does takes no other', () => {
  const own = 'http://127.0.0.1:4566';
  expect(() => placeOf(`${own}/${account}/jobs`, {}, own)).toThrow(/names no region: say it/);
  const ireland = `https://sqs.eu-west-1.amazonaws.com/${account}/jobs`;
  expect(() => placeOf(ireland, { region: 'us-east-1' }, undefined)).toThrow(
    /is in eu-west-1: leave region: 'us-east-1' out/,
  );
  expect(placeOf(ireland, { region: 'eu-west-1' }, undefined).region).toBe('eu-west-1');
});

test.each([
  [`arn:aws:sqs:eu-west-1:${account}:jobs`, `https://sqs.eu-west-1.amazonaws.com/${account}/jobs`],
  [`arn:aws-cn:sqs:cn-north-1:${account}:jobs`, `https://sqs.cn-north-1.amazonaws.com.cn/${account}/jobs`],
])('%s is called at its URL, or at the endpoint that was given', (arn, url) => {
  expect(placeOf(arn, {}, undefined).url).toBe(url);
  expect(placeOf(arn, {}, 'http://127.0.0.1:1').url).toBe(`http://127.0.0.1:1/${account}/jobs`);
});

test('whatever is written, it is an address or a QueueAddressError', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.webUrl().map((url) => `${url}/${account}/jobs`),
      ),
      (text) => {
        try {
          expect(parseQueueAddress(text).name).not.toBe('');
        } catch (error) {
          expect(isQueueAddressError(error)).toBe(true);
        }
      },
    ),
  );
});
