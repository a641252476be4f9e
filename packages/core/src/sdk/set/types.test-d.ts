import {
  type DescribeInstancesCommandOutput,
  DescribeVolumesCommand,
  type DescribeVolumesCommandInput,
  type DescribeVolumesCommandOutput,
  EC2,
  EC2Client,
  type Volume,
} from '@aws-sdk/client-ec2';
import { type ListBucketsCommandOutput, S3 } from '@aws-sdk/client-s3';
import { type ListQueuesCommandOutput, SQS } from '@aws-sdk/client-sqs';
import { describe, expectTypeOf, test } from 'vitest';
import type { Fanout } from '../../fanout/fanout.js';
import type { Plan } from '../../fanout/job.js';
import type { FanoutStream } from '../../fanout/streams/fanout-stream.js';
import type { Target } from '../../targets/target.js';
import { extendSet } from './extend-set.js';
import { serviceSet } from './service-set.js';

const signal = AbortSignal.timeout(1);

// Never run: the compiler alone reads this file.
describe('the first example', () => {
  test('compiles as it is written', async () => {
    const ec2 = serviceSet(EC2);
    expectTypeOf(await ec2.describeVolumes({})).toEqualTypeOf<readonly DescribeVolumesCommandOutput[]>();
    expectTypeOf(await ec2.describeVolumes({}).flat((page) => page.Volumes)).toEqualTypeOf<readonly Volume[]>();
    const byRegion = await ec2.describeVolumes({}).byRegion();
    expectTypeOf(byRegion).toEqualTypeOf<ReadonlyMap<string, DescribeVolumesCommandOutput>>();
    for await (const outcome of ec2.describeVolumes({})) {
      if (outcome.status === 'ok') expectTypeOf(outcome.value.Volumes?.length).toEqualTypeOf<number | undefined>();
      else expectTypeOf(outcome.error.message).toEqualTypeOf<string>();
      expectTypeOf(outcome.target.region).toEqualTypeOf<string>();
    }
    for await (const { target, value } of ec2.paginateDescribeInstances({})) {
      expectTypeOf(target).toEqualTypeOf<Target>();
      expectTypeOf(value).toEqualTypeOf<DescribeInstancesCommandOutput>();
    }
    await ec2.in('eu-*', 'us-east-1').with({ deadline: 2_000, signal }).describeVolumes({});
    await serviceSet(EC2, { breaker: false }).with({ breaker: true }).describeVolumes({}, { breaker: false });
    expectTypeOf(ec2.at('eu-west-1')).toEqualTypeOf<EC2>();
    await ec2.map((client, target) => client.describeImages({ Owners: [target.account ?? 'self'] }));
    expectTypeOf(await ec2.send(new DescribeVolumesCommand({}))).toEqualTypeOf<
      readonly DescribeVolumesCommandOutput[]
    >();
    expectTypeOf(await ec2.describeVolumes({}).plan()).toEqualTypeOf<Plan>();
  });
});

test('send gives what its command gives, over a bare client, too', async () => {
  const ec2 = serviceSet(EC2Client, { regions: ['eu-west-1'] });
  expectTypeOf(ec2.send(new DescribeVolumesCommand({}))).toEqualTypeOf<Fanout<DescribeVolumesCommandOutput>>();
  expectTypeOf(ec2.send(new DescribeVolumesCommand({}), { timeout: 1_000 })).toEqualTypeOf<
    Fanout<DescribeVolumesCommandOutput>
  >();
  // @ts-expect-error a bare client has no methods for its operations
  ec2.describeVolumes({});
});

test("a method of one's own takes its own arguments, also where it looks like an operation", () => {
  class Mine {
    async list(input: DescribeVolumesCommandInput): Promise<DescribeVolumesCommandOutput> {
      return { $metadata: {}, NextToken: input.NextToken };
    }
    async all(): Promise<DescribeVolumesCommandOutput> {
      return { $metadata: {} };
    }
  }
  const mine = serviceSet(() => new Mine(), { regions: ['DFW'] });
  expectTypeOf(mine.list).toEqualTypeOf<(input: DescribeVolumesCommandInput) => Fanout<DescribeVolumesCommandOutput>>();
  expectTypeOf(mine.all).toEqualTypeOf<() => Fanout<DescribeVolumesCommandOutput>>();
  // @ts-expect-error its options are given by with()
  mine.list({}, { deadline: 200 });
});

test('other services have theirs', () => {
  expectTypeOf(serviceSet(SQS).listQueues({})).toEqualTypeOf<Fanout<ListQueuesCommandOutput>>();
  expectTypeOf(serviceSet(SQS).paginateListQueues({})).toEqualTypeOf<FanoutStream<ListQueuesCommandOutput>>();
  expectTypeOf(serviceSet(S3).listBuckets()).toEqualTypeOf<Fanout<ListBucketsCommandOutput>>();
});

test('operations take their input and options, paginators and waiters their own arguments', () => {
  const ec2 = serviceSet(EC2);
  ec2.describeVolumes();
  ec2.describeVolumes({ MaxResults: 5 }, { signal, abortSignal: signal, deadline: 1, timeout: 1, concurrency: 1 });
  ec2.paginateDescribeVolumes({ Filters: [] }, { pageSize: 50 });
  ec2.waitUntilInstanceRunning({ InstanceIds: [] }, 60);
  ec2.waitUntilInstanceRunning({ InstanceIds: [] }, { maxWaitTime: 60, minDelay: 15 });
  // @ts-expect-error no such member of the input
  ec2.describeVolumes({ Nosuch: 1 });
  // @ts-expect-error of another type
  ec2.describeVolumes({ MaxResults: '5' });
  // @ts-expect-error the volume is required
  ec2.deleteVolume({});
  // @ts-expect-error so is the input
  ec2.deleteVolume();
  // @ts-expect-error no such option
  ec2.describeVolumes({}, { nosuch: 1 });
  // @ts-expect-error not there yet
  ec2.describeVolumes({}, { fields: ['VolumeId'] });
  // @ts-expect-error it is on or off
  ec2.with({ breaker: 'off' });
  // @ts-expect-error no callbacks
  ec2.describeVolumes({}, () => {});
  // @ts-expect-error a waiter has to know how long
  ec2.waitUntilInstanceRunning({ InstanceIds: [] });
  // @ts-expect-error options of a call are no arguments of a paginator
  ec2.paginateDescribeVolumes({}, { deadline: 1 });
});

test('a stream cannot be awaited, and plumbing is not there', () => {
  const ec2 = serviceSet(EC2);
  // @ts-expect-error a stream has no then
  ec2.paginateDescribeVolumes({}).then;
  // @ts-expect-error nor has it fields yet
  ec2.paginateDescribeVolumes({}).fields;
  // @ts-expect-error plumbing
  ec2.config;
  // @ts-expect-error plumbing
  ec2.middlewareStack;
  // @ts-expect-error plumbing
  ec2.destroy;
  // @ts-expect-error a set is no promise
  ec2.then;
  // @ts-expect-error nobody writes to a set
  ec2.describeVolumes = () => {};
  expectTypeOf<keyof typeof ec2>().not.toEqualTypeOf<string>();
});

test("a set's options are those of its kind", () => {
  serviceSet(EC2, { regions: 'all', partition: 'aws', service: 'ec2', endpoint: ({ region }) => `https://${region}` });
  serviceSet(EC2, { config: { maxAttempts: 1 }, credentials: { accessKeyId: '', secretAccessKey: '' } });
  serviceSet(EC2, { config: ({ region }) => ({ maxAttempts: region === 'us-east-1' ? 1 : 3 }) });
  serviceSet(EC2, { credentials: async () => ({ accessKeyId: '', secretAccessKey: '', expiration: new Date() }) });
  // @ts-expect-error no such option
  serviceSet(EC2, { nosuch: 1 });
  // @ts-expect-error not there yet
  serviceSet(EC2, { decode: 'fast' });
  // @ts-expect-error not a choice of regions
  serviceSet(EC2, { regions: 'some' });
  // @ts-expect-error no such member of the client's configuration
  serviceSet(EC2, { config: { nosuch: 1 } });
  // @ts-expect-error a factory gives its services their credentials itself
  serviceSet(({ region }: Target) => new EC2({ region }), { credentials: { accessKeyId: '', secretAccessKey: '' } });
  // @ts-expect-error neither class nor factory
  serviceSet('ec2');
});

class Depot {
  static readonly streams = ['listed'] as const;
  readonly #region: string;
  readonly size = 1;
  readonly arrow = async (n: number): Promise<number> => n;
  constructor({ region }: { region: string; colour?: string }) {
    this.#region = region;
  }
  get place(): string {
    return this.#region;
  }
  sync(): string {
    return this.#region;
  }
  async where(prefix: string, times?: number): Promise<string> {
    return prefix.repeat(times ?? 1) + this.#region;
  }
  async *generated(count: number): AsyncGenerator<string, void, undefined> {
    for (let n = 0; n < count; n++) yield this.#region;
  }
  listed(): AsyncIterable<number> {
    return { [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }) };
  }
}

test('a factory of a class of your own gives its asynchronous members', () => {
  const depots = serviceSet((target) => new Depot({ region: target.region }), { regions: ['DFW'] });
  expectTypeOf(depots.where('a', 2)).toEqualTypeOf<Fanout<string>>();
  expectTypeOf(depots.arrow(1)).toEqualTypeOf<Fanout<number>>();
  expectTypeOf(depots.generated(1)).toEqualTypeOf<FanoutStream<string>>();
  expectTypeOf(depots.listed()).toEqualTypeOf<FanoutStream<number>>();
  expectTypeOf(depots.at('DFW')).toEqualTypeOf<Depot>();
  expectTypeOf(depots.map((depot) => depot.sync())).toEqualTypeOf<Fanout<string>>();
  expectTypeOf([...depots]).toEqualTypeOf<(readonly [Target, Depot])[]>();
  // @ts-expect-error its own arguments
  depots.where(5);
  // @ts-expect-error synchronous methods do not fan out
  depots.sync;
  // @ts-expect-error nor do getters
  depots.place;
  // @ts-expect-error nor fields
  depots.size;
  // @ts-expect-error it is no client of the SDK
  depots.send;
});

test('a class of your own takes its own configuration', () => {
  const depots = serviceSet(Depot, { config: { colour: 'red' }, regions: ['eu-west-1'] });
  expectTypeOf(depots.where('a')).toEqualTypeOf<Fanout<string>>();
  // @ts-expect-error no such member
  serviceSet(Depot, { config: { size: 1 } });
});

test('a factory of SDK clients has send', () => {
  const ec2 = serviceSet(({ region }) => new EC2({ region }));
  expectTypeOf(ec2.send(new DescribeVolumesCommand({}))).toEqualTypeOf<Fanout<DescribeVolumesCommandOutput>>();
});

test('what is added stays through in and with', () => {
  const set = extendSet(serviceSet(EC2), (ec2) => ({ count: async () => ec2.targets.length }));
  expectTypeOf(set.count()).toEqualTypeOf<Promise<number>>();
  expectTypeOf(set.in('eu-*').with({ signal }).count()).toEqualTypeOf<Promise<number>>();
  expectTypeOf(set.in('eu-*').describeVolumes({})).toEqualTypeOf<Fanout<DescribeVolumesCommandOutput>>();
  expectTypeOf(set.with({}).send(new DescribeVolumesCommand({}))).toEqualTypeOf<Fanout<DescribeVolumesCommandOutput>>();
  const twice = extendSet(set, (own) => ({ double: async () => 2 * (await own.count()) }));
  expectTypeOf(twice.in('eu-*').double()).toEqualTypeOf<Promise<number>>();
  expectTypeOf(twice.in('eu-*').in('eu-west-1').count()).toEqualTypeOf<Promise<number>>();
  // @ts-expect-error options of a call only
  set.with({ regions: 'all' });
});
