import type { ModifyImageAttributeCommandInput } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { codeOf, ec2Client, otherAccount, startForTest } from '../../../testing/clients.js';

const THIRD = '963068290131';
const ORGANIZATION = 'arn:aws:organizations::123456789012:organization/o-123example';
const UNIT = 'arn:aws:organizations::123456789012:ou/o-123example/ou-1234-5example';

async function setting() {
  const cloud = await startForTest({
    regions: ['eu-west-1', 'eu-west-2'],
    seed: { snapshots: 1, images: 1, publicImages: 0 },
  });
  const owner = ec2Client(cloud, 'eu-west-1');
  const [image] = (await owner.describeImages({})).Images ?? [];
  const ImageId = image?.ImageId ?? '';
  const permissions = async (): Promise<readonly (string | undefined)[]> => {
    const { LaunchPermissions } = await owner.describeImageAttribute({ ImageId, Attribute: 'launchPermission' });
    return LaunchPermissions?.map((one) => Object.values(one).join()) ?? [];
  };
  const change = (input: Omit<ModifyImageAttributeCommandInput, 'ImageId'>): Promise<string> =>
    codeOf(owner.modifyImageAttribute({ ImageId, ...input }));
  const other = otherAccount(cloud, 'eu-west-1');
  return { cloud, owner, other, otherId: cloud.accounts[1]?.id ?? '', ImageId, permissions, change };
}

describe('sharing an image', () => {
  it('with an account lets it in, and ending it shuts it out', async () => {
    const { cloud, owner, other, otherId, ImageId, permissions, change } = await setting();
    expect((await other.describeImages({})).Images).toEqual([]);
    expect(await change({ Attribute: 'launchPermission', OperationType: 'add', UserIds: [otherId] })).toBe('no error');
    expect(await permissions()).toEqual([otherId]);
    for (const input of [{}, { ExecutableUsers: ['self'] }, { ImageIds: [ImageId] }, { ExecutableUsers: [otherId] }]) {
      expect((await other.describeImages(input)).Images).toMatchObject([{ ImageId, Public: false }]);
    }
    expect((await other.describeImages({ ExecutableUsers: ['all'] })).Images).toEqual([]);
    expect((await owner.describeImages({ ExecutableUsers: [otherId] })).Images).toHaveLength(1);
    expect((await owner.describeImages({ ExecutableUsers: [THIRD] })).Images).toEqual([]);
    expect((await otherAccount(cloud, 'eu-west-2').describeImages({})).Images).toEqual([]);
    expect(await codeOf(other.modifyImageAttribute({ ImageId, OperationType: 'add', UserGroups: ['all'] }))).toBe(
      'AuthFailure',
    );
    expect(await change({ LaunchPermission: { Remove: [{ UserId: otherId }] } })).toBe('no error');
    expect(await permissions()).toEqual([]);
    expect((await other.describeImages({})).Images).toEqual([]);
  });

  it('with everybody, and making it private again', async () => {
    const { owner, other, ImageId, permissions, change } = await setting();
    expect(await change({ LaunchPermission: { Add: [{ UserId: THIRD }, { Group: 'all' }] } })).toBe('no error');
    expect(await permissions()).toEqual(['all', THIRD]);
    expect((await other.describeImages({})).Images).toMatchObject([{ ImageId, Public: true }]);
    expect((await other.describeImages({ ExecutableUsers: ['self'] })).Images).toEqual([]);
    expect(await change({ OperationType: 'remove', UserGroups: ['all'] })).toBe('no error');
    expect(await permissions()).toEqual([THIRD]);
    await owner.resetImageAttribute({ ImageId, Attribute: 'launchPermission' });
    expect(await permissions()).toEqual([]);
  });

  it('with an organization and a unit of one, in either form', async () => {
    const { other, permissions, change } = await setting();
    const flat = { OrganizationArns: [ORGANIZATION], OrganizationalUnitArns: [UNIT] };
    expect(await change({ OperationType: 'add', ...flat, UserIds: [THIRD] })).toBe('no error');
    expect(await permissions()).toEqual([THIRD, ORGANIZATION, UNIT]);
    expect((await other.describeImages({})).Images).toEqual([]);
    const Remove = [{ OrganizationArn: ORGANIZATION }, { OrganizationalUnitArn: UNIT }];
    expect(await change({ LaunchPermission: { Remove } })).toBe('no error');
    expect(await permissions()).toEqual([THIRD]);
  });

  it.each<[string, Omit<ModifyImageAttributeCommandInput, 'ImageId'>]>([
    ['InvalidParameterCombination', { LaunchPermission: { Add: [{ UserId: THIRD }], Remove: [{ Group: 'all' }] } }],
    ['InvalidParameterCombination', { OperationType: 'add', UserIds: [THIRD], Description: { Value: 'both' } }],
    ['InvalidParameterCombination', { OperationType: 'add' }],
    ['MissingParameter', {}],
    ['MissingParameter', { Attribute: 'description' }],
    ['MissingParameter', { Attribute: 'launchPermission', UserIds: [THIRD] }],
    ['InvalidAMIAttributeItemValue', { OperationType: 'add', UserIds: ['12345'] }],
    ['InvalidAMIAttributeItemValue', { OperationType: 'add', UserGroups: ['some'] }],
    ['InvalidAMIAttributeItemValue', { OperationType: 'add', OrganizationArns: [UNIT] }],
    ['InvalidAMIAttributeItemValue', { OperationType: 'add', OrganizationalUnitArns: [ORGANIZATION] }],
    ['InvalidParameterValue', { Attribute: 'kernel', Value: 'aki-1' }],
    ['InvalidParameterValue', { ImdsSupport: { Value: 'v1.0' } }],
    ['UnknownParameter', { ProductCodes: ['code'] }],
    ['DryRunOperation', { OperationType: 'add', UserGroups: ['all'], DryRun: true }],
  ])('is refused with %s: %j', async (code, input) => {
    const { permissions, change } = await setting();
    expect(await change(input)).toBe(code);
    expect(await permissions()).toEqual([]);
  });

  it('of an encrypted one depends on the key, and never means everybody', async () => {
    const { owner } = await setting();
    const made = async (name: string, key: object): Promise<string> => {
      const volume = await owner.createVolume({ AvailabilityZone: 'eu-west-1a', Size: 1, Encrypted: true, ...key });
      const { SnapshotId } = await owner.createSnapshot({ VolumeId: volume.VolumeId });
      const BlockDeviceMappings = [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId } }];
      const { ImageId } = await owner.registerImage({ Name: name, RootDeviceName: '/dev/xvda', BlockDeviceMappings });
      return ImageId ?? '';
    };
    const [byDefault, byOwn] = [await made('default', {}), await made('own', { KmsKeyId: 'my-key' })];
    const change = (ImageId: string, input: object): Promise<string> =>
      codeOf(owner.modifyImageAttribute({ ImageId, ...input }));
    const add = { OperationType: 'add' };
    expect(await change(byDefault, { ...add, UserIds: [THIRD] })).toBe('InvalidParameter');
    expect(await change(byOwn, { ...add, UserIds: [THIRD] })).toBe('no error');
    expect(await change(byOwn, { ...add, UserGroups: ['all'] })).toBe('UnsupportedOperation');
    expect(await change(byOwn, { OperationType: 'remove', UserGroups: ['all'] })).toBe('no error');
  });
});

describe('the attributes of an image', () => {
  it('are described one by one, and some of them changed', async () => {
    const { owner, ImageId, change } = await setting();
    const described = async (Attribute: string) => {
      const { $metadata, ...rest } = await owner.describeImageAttribute({ ImageId, Attribute: Attribute as 'kernel' });
      return rest;
    };
    expect(await change({ Description: { Value: 'anew' } })).toBe('no error');
    expect(await described('description')).toEqual({ ImageId, Description: { Value: 'anew' } });
    expect(await change({ Attribute: 'description', Value: '' })).toBe('no error');
    expect(await described('description')).toEqual({ ImageId, Description: { Value: '' } });
    expect(await change({ Attribute: 'imdsSupport', Value: 'v2.0' })).toBe('no error');
    expect(await described('imdsSupport')).toEqual({ ImageId, ImdsSupport: { Value: 'v2.0' } });
    expect(await described('productCodes')).toEqual({ ImageId, ProductCodes: [] });
    expect(await described('kernel')).toEqual({ ImageId, KernelId: {} });
    expect(await described('deregistrationProtection')).toEqual({
      ImageId,
      DeregistrationProtection: { Value: 'disabled' },
    });
  });

  it.each([
    ['AuthFailure', 'blockDeviceMapping'],
    ['InvalidParameterValue', 'colour'],
  ])('are refused with %s: %s', async (code, Attribute) => {
    const { owner, ImageId } = await setting();
    expect(await codeOf(owner.describeImageAttribute({ ImageId, Attribute: Attribute as 'kernel' }))).toBe(code);
    const reset = owner.resetImageAttribute({ ImageId, Attribute: Attribute as 'launchPermission' });
    expect(await codeOf(reset)).toBe('InvalidParameterValue');
  });
});
