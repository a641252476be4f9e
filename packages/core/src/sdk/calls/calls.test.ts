import { DescribeVolumesCommand, EC2, EC2Client } from '@aws-sdk/client-ec2';
import { S3 } from '@aws-sdk/client-s3';
import { SQS } from '@aws-sdk/client-sqs';
import { expect, test, vi } from 'vitest';
import { serviceSet } from '../set/service-set.js';
import { type Answer, ec2Answer, ec2Error, jsonAnswer, newKeys, type Sent, Wire } from '../testing/wire.js';

const regions = ['us-east-1', 'eu-west-1', 'ap-south-1'];

function ec2On(wire: Wire) {
  return serviceSet(EC2, { regions, credentials: newKeys(), config: wire.config });
}

function volumesOf({ region, action }: Sent): Answer {
  return ec2Answer({ action }, `<volumeSet><item><volumeId>vol-${region}</volumeId></item></volumeSet>`);
}

function deepFrozen<T extends object>(value: T): T {
  for (const member of Object.values(value)) if (typeof member === 'object' && member !== null) deepFrozen(member);
  return Object.freeze(value);
}

test('one request goes to each region, signed for it, and the values come in target order', async () => {
  const wire = new Wire(volumesOf);
  const pages = await ec2On(wire).describeVolumes({});
  expect(pages.map((page) => page.Volumes?.[0]?.VolumeId)).toEqual(regions.map((region) => `vol-${region}`));
  expect([...wire.regions].sort()).toEqual([...regions].sort());
  expect(wire.sent.map(({ host }) => host).sort()).toEqual(regions.map((name) => `ec2.${name}.amazonaws.com`).sort());
});

test('an operation without input asks with an empty one', async () => {
  const wire = new Wire(volumesOf);
  expect(await ec2On(wire).describeVolumes()).toHaveLength(3);
});

test('the whole input goes to every region, and a frozen one serves', async () => {
  const wire = new Wire((sent) => ec2Answer(sent, '<instancesSet/>'));
  const input = deepFrozen({
    MinCount: 1,
    MaxCount: 1,
    ImageId: 'ami-1',
    TagSpecifications: [{ ResourceType: 'instance' as const, Tags: [{ Key: 'a', Value: 'b' }] }],
  });
  await ec2On(wire).runInstances(input);
  for (const { body } of wire.sent) {
    expect(new URLSearchParams(body).get('TagSpecification.1.Tag.1.Value')).toBe('b');
  }
  const tokens = new Set(wire.sent.map(({ body }) => new URLSearchParams(body).get('ClientToken')));
  expect(tokens.size).toBe(3);
});

test('the middleware that writes into inputs writes into copies (CopySnapshot presigns one)', async () => {
  const wire = new Wire((sent) => ec2Answer(sent, '<snapshotId>snap-2</snapshotId>'));
  const input = deepFrozen({ SourceRegion: 'us-west-2', SourceSnapshotId: 'snap-1' });
  await ec2On(wire).copySnapshot(input);
  expect(wire.sent.map(({ body }) => new URLSearchParams(body).get('DestinationRegion')).sort()).toEqual(
    [...regions].sort(),
  );
});

test('an input that is an instance of a class is copied too', async () => {
  class Filter {
    MaxResults = 5;
    NextToken: string | undefined;
  }
  const wire = new Wire((sent) =>
    ec2Answer(sent, new URLSearchParams(sent.body).has('NextToken') ? '' : '<nextToken>t</nextToken>'),
  );
  const input = new Filter();
  await ec2On(wire).paginateDescribeVolumes(input).toArray();
  expect(input.NextToken).toBeUndefined();
});

test('a frozen input serves paginators of all regions, and each goes on from its own token', async () => {
  const wire = new Wire((sent) => {
    const token = new URLSearchParams(sent.body).get('NextToken');
    return ec2Answer(sent, token === null ? `<nextToken>next-${sent.region}</nextToken>` : '');
  });
  const input = deepFrozen({ MaxResults: 5 });
  expect(await ec2On(wire).paginateDescribeVolumes(input).toArray()).toHaveLength(6);
  const tokens = wire.sent.flatMap(({ region, body }) => {
    const token = new URLSearchParams(body).get('NextToken');
    return token === null ? [] : [[region, token]];
  });
  expect(tokens.sort()).toEqual(regions.map((region) => [region, `next-${region}`]).sort());
  expect(input).toEqual({ MaxResults: 5 });
});

test('a command is sent to every region with its own middleware, and can be sent again', async () => {
  const wire = new Wire(volumesOf);
  const set = serviceSet(EC2Client, { regions, credentials: newKeys(), config: wire.config });
  const command = new DescribeVolumesCommand(deepFrozen({ MaxResults: 7 }));
  const written = vi.spyOn(command.middlewareStack, 'use');
  const mine = vi.fn();
  command.middlewareStack.add(
    (next) => (args) => {
      mine();
      return next(args);
    },
    { step: 'build' },
  );
  expect(await set.send(command)).toHaveLength(3);
  expect(await set.send(command)).toHaveLength(3);
  expect(wire.sent.map(({ body }) => new URLSearchParams(body).get('MaxResults'))).toEqual(Array(6).fill('7'));
  expect(written).not.toHaveBeenCalled();
  expect(mine).toHaveBeenCalledTimes(6);
});

test('what the caller does to an input or a command after the call is not for this call', async () => {
  const wire = new Wire(volumesOf);
  const set = ec2On(wire);
  const input: { MaxResults?: number } = {};
  const command = new DescribeVolumesCommand({});
  const asked = [set.describeVolumes(input), set.send(command)];
  input.MaxResults = 5;
  command.input.MaxResults = 5;
  await Promise.all(asked);
  expect(wire.sent.filter(({ body }) => body.includes('MaxResults'))).toEqual([]);
  expect(wire.sent).toHaveLength(6);
});

test('a call has 60 seconds for a target, unless the set or the call says otherwise', async () => {
  const wire = new Wire(() => new Promise<never>(() => {}));
  const set = ec2On(wire);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const calls = {
    operation: set.describeVolumes({}).settled(),
    command: set.send(new DescribeVolumesCommand({})).settled(),
    page: set.paginateDescribeVolumes({}).report(),
    told: set.describeVolumes({}, { timeout: 70_000 }).settled(),
  };
  await vi.advanceTimersByTimeAsync(70_000);
  const ended = await Promise.all(Object.values(calls));
  vi.useRealTimers();
  expect(ended.map(({ outcomes }) => outcomes.map(({ status, elapsed }) => [status, elapsed]))).toEqual(
    [60_000, 60_000, 60_000, 70_000].map((elapsed) => regions.map(() => ['timedOut', elapsed])),
  );
});

test.each(['timeout', 'deadline'] as const)(
  'a %s that is over while the SDK tries again says what it tries to mend',
  async (limit) => {
    const wire = new Wire(({ region, action }) =>
      region === 'eu-west-1'
        ? ec2Error('RequestLimitExceeded', 503, 'slow down')
        : volumesOf({ region, action } as Sent),
    );
    const config = { ...wire.config, maxAttempts: 50 };
    const set = serviceSet(EC2, { regions, credentials: newKeys(), config });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const asked = set.describeVolumes({}, { [limit]: 5_000 }).settled();
    await vi.advanceTimersByTimeAsync(5_000);
    const { outcomes, failures } = await asked;
    vi.useRealTimers();
    expect(outcomes.map(({ status }) => status)).toEqual(['ok', 'timedOut', 'ok']);
    expect(failures).toMatchObject([
      { error: { name: 'TimeOverError', limit, cause: { name: 'RequestLimitExceeded' } } },
    ]);
    expect(failures[0]?.error.message).toContain(
      `${limit} of 5000 ms (the last try: RequestLimitExceeded: slow down); give`,
    );
  },
);

test('what went wrong and was mended is nothing that a later silence was over for', async () => {
  let asked = 0;
  const wire = new Wire((sent) => {
    asked += 1;
    if (asked === 1) return ec2Error('Unavailable', 503);
    return asked === 2 ? volumesOf(sent) : new Promise<never>(() => {});
  });
  const config = { ...wire.config, maxAttempts: 3 };
  const set = serviceSet(EC2, { regions: ['eu-west-1'], credentials: newKeys(), config, timeout: 3_000 });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const twice = set
    .map(async (client) => [await client.describeVolumes({}), await client.describeVolumes({})])
    .settled();
  await vi.advanceTimersByTimeAsync(3_000);
  const [failure] = (await twice).failures;
  vi.useRealTimers();
  expect([asked, failure?.error.cause]).toEqual([3, undefined]);
});

test('a command names its operation in the plan, as its method would', async () => {
  const set = serviceSet(EC2Client, { regions, credentials: newKeys() });
  const plan = await set.send(new DescribeVolumesCommand({})).plan();
  expect(plan.operation).toBe('describeVolumes');
  expect(plan.calls).toEqual({ min: 3, max: 3 });
});

test('what an answer leaves out is said: a token makes its outcome truncated', async () => {
  const wire = new Wire((sent) => ec2Answer(sent, sent.region === 'eu-west-1' ? '<nextToken>t</nextToken>' : ''));
  const report = await ec2On(wire).describeVolumes({}).settled();
  expect(report.truncated.map(({ region }) => region)).toEqual(['eu-west-1']);
  expect(report.complete).toBe(false);
  expect(report.missing).toEqual([]);
});

test('SQS ListQueues without MaxResults stops at 1,000 without a word, so 1,000 are truncated and 999 are not', async () => {
  const count = { 'us-east-1': 1_000, 'eu-west-1': 999, 'ap-south-1': 1_000 } as Record<string, number>;
  const wire = new Wire(({ region }) => jsonAnswer({ QueueUrls: Array(count[region]).fill('https://q/1/a') }));
  const set = serviceSet(SQS, { regions, credentials: newKeys(), config: wire.config });
  const report = await set.listQueues({}).settled();
  expect(report.truncated.map(({ region }) => region)).toEqual(['us-east-1', 'ap-south-1']);
  const asked = await set.listQueues({ MaxResults: 1_000 }).settled();
  expect(asked.truncated).toEqual([]);
});

test('the paginator of queues sends the page size without which SQS gives no token, unless another is given', async () => {
  const wire = new Wire(() => jsonAnswer({ QueueUrls: [] }));
  const set = serviceSet(SQS, { regions: ['eu-west-1'], credentials: newKeys(), config: wire.config });
  await set.paginateListQueues({}).toArray();
  await set.paginateListQueues({}, { pageSize: 10 }).toArray();
  await set.paginateListQueues({ MaxResults: 20 }).toArray();
  expect(wire.sent.map(({ body }) => JSON.parse(body).MaxResults)).toEqual([1_000, 10, 20]);
});

test("S3's echo of a marker in an answer that is whole is no token", async () => {
  const listing = (truncated: boolean) =>
    `<ListBucketResult><Marker>echo</Marker><IsTruncated>${truncated}</IsTruncated></ListBucketResult>`;
  const wire = new Wire(({ region }) => ({ body: listing(region === 'us-east-1') }));
  const set = serviceSet(S3, { regions: regions.slice(0, 2), credentials: newKeys(), config: wire.config });
  const report = await set.listObjects({ Bucket: 'some-bucket', Marker: 'echo' }).settled();
  expect(report.truncated.map(({ region }) => region)).toEqual(['us-east-1']);
});

test('attempts are those that the SDK made', async () => {
  let answers = 0;
  const wire = new Wire((sent) => (answers++ === 0 ? { status: 503, body: '' } : volumesOf(sent)));
  const config = { ...wire.config, maxAttempts: 3 };
  const set = serviceSet(EC2, { regions: ['eu-west-1'], credentials: newKeys(), config });
  const { outcomes } = await set.describeVolumes({}).settled();
  expect(outcomes[0]?.attempts).toBe(2);
});
