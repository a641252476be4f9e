import { paginateDescribeTags } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { codeOf, ec2Client, startForTest } from '../../../testing/clients.js';

const HOSTILE = ['\u001b[31mred', 'a < b & "c"', '\u202Etxt.exe', '=cmd|calc', 'line\r\nline', '😀', '__proto__', ''];

describe('tags', () => {
  it('come back as they were written, however hostile', async () => {
    const ec2 = ec2Client(await startForTest({ seed: { volumes: 1 } }), 'eu-west-1');
    const VolumeId = (await ec2.describeVolumes({})).Volumes?.[0]?.VolumeId ?? '';
    await ec2.deleteTags({ Resources: [VolumeId] });
    const Tags = HOSTILE.map((Value, index) => ({ Key: index === 0 ? '__proto__' : `key ${index} <&>`, Value }));
    await ec2.createTags({ Resources: [VolumeId], Tags });
    expect((await ec2.describeVolumes({ VolumeIds: [VolumeId] })).Volumes?.[0]?.Tags).toEqual(Tags);
    const described = (await ec2.describeTags({})).Tags?.filter(({ ResourceId }) => ResourceId === VolumeId);
    expect(described?.map(({ Key, Value }) => ({ Key, Value }))).toEqual(Tags);
    expect(described?.[0]?.ResourceType).toBe('volume');
  });

  it('are replaced, and taken off by key, by key and value, or all', async () => {
    const ec2 = ec2Client(await startForTest({ seed: 'none' }), 'eu-west-1');
    const { VolumeId = '' } = await ec2.createVolume({ AvailabilityZone: 'eu-west-1a', Size: 1 });
    const Resources = [VolumeId];
    const now = async (): Promise<string> =>
      (await ec2.describeTags({})).Tags?.map(({ Key, Value }) => `${Key}=${Value}`).join() ?? '';
    const put = (text: string): Promise<unknown> =>
      ec2.createTags({
        Resources,
        Tags: text.split(',').map((pair) => ({ Key: pair.split('=')[0], Value: pair.split('=')[1] })),
      });
    await put('a=1,b=2,c=,d=4');
    await put('a=9');
    expect(await now()).toBe('a=9,b=2,c=,d=4');
    await ec2.deleteTags({ Resources, Tags: [{ Key: 'a' }, { Key: 'b', Value: 'x' }, { Key: 'd', Value: '' }] });
    expect(await now()).toBe('b=2,c=,d=4');
    await ec2.deleteTags({ Resources, Tags: [{ Key: 'c', Value: '' }] });
    expect(await now()).toBe('b=2,d=4');
    await ec2.deleteTags({ Resources });
    expect(await now()).toBe('');
  });

  it.each([
    ['InvalidID', { Resources: ['nonsense'] }],
    ['InvalidVolume.NotFound', { Resources: ['vol-0123456789abcdef0'] }],
    ['InvalidSnapshot.NotFound', { Resources: ['snap-0123456789abcdef0'] }],
    ['InvalidInstanceID.NotFound', { Resources: ['i-0123456789abcdef0'] }],
    ['MissingParameter', { Tags: [] }],
    ['InvalidParameterValue', { Tags: [{ Key: 'aws:x', Value: '' }] }],
    ['InvalidParameterValue', { Tags: [{ Key: 'k'.repeat(129), Value: '' }] }],
    ['InvalidParameterValue', { Tags: [{ Key: 'k', Value: 'v'.repeat(257) }] }],
    [
      'InvalidParameterValue',
      {
        Tags: [
          { Key: 'k', Value: '1' },
          { Key: 'k', Value: '2' },
        ],
      },
    ],
    ['TagLimitExceeded', { Tags: Array.from({ length: 51 }, (_, n) => ({ Key: `k${n}`, Value: '' })) }],
  ])('are refused with %s, on all resources', async (code, input) => {
    const ec2 = ec2Client(await startForTest({ seed: { volumes: 1 } }), 'eu-west-1');
    const VolumeId = (await ec2.describeVolumes({})).Volumes?.[0]?.VolumeId ?? '';
    const before = (await ec2.describeTags({})).Tags;
    const call = {
      Tags: [{ Key: 'k', Value: 'v' }],
      ...input,
      Resources: [VolumeId, ...('Resources' in input ? input.Resources : [])],
    };
    expect(await codeOf(ec2.createTags(call))).toBe(code);
    expect((await ec2.describeTags({})).Tags).toEqual(before);
  });

  it('come in pages and through filters', async () => {
    const client = ec2Client(
      await startForTest({ seed: { volumes: 4, instances: 0, snapshots: 1, images: 0 } }),
      'eu-west-1',
    );
    const sizes: number[] = [];
    for await (const page of paginateDescribeTags({ client, pageSize: 10 }, {})) sizes.push(page.Tags?.length ?? 0);
    expect(sizes).toEqual([10, 5]);
    const filtered = await client.describeTags({
      Filters: [
        { Name: 'resource-type', Values: ['snapshot'] },
        { Name: 'key', Values: ['Name'] },
      ],
    });
    expect(filtered.Tags).toMatchObject([
      { ResourceType: 'snapshot', Key: 'Name', Value: expect.stringContaining('eu-west-1') },
    ]);
  });
});
