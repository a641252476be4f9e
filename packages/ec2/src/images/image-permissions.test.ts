import { expect, test } from 'vitest';
import { FakeWire, irelandOn, refusal, success } from '../testing/fake-wire.js';
import { type ImageFacts, imageXml, listXml } from '../testing/xml.js';
import type { Image } from './image.js';

const organization = 'arn:aws:organizations::123456789012:organization/o-123example';
const unit = 'arn:aws:organizations::123456789012:ou/o-123example/ou-1234-5example';

/** An image, and the forms that what is done to it sends. */
async function imageOn(facts: ImageFacts = {}, answer = '<return>true</return>') {
  const wire = new FakeWire((form) => {
    const isListing = form['Action'] === 'DescribeImages';
    return success(form, isListing ? listXml('imagesSet', [imageXml('ami-1', facts)]) : answer);
  });
  const image = await irelandOn(wire).image('ami-1');
  wire.forms.length = 0;
  return { image, wire };
}

const modify = { Action: 'ModifyImageAttribute', Attribute: 'launchPermission', ImageId: 'ami-1' };

test.each<[string, (image: Image) => Promise<unknown>, Record<string, string>]>([
  [
    'share',
    (image) => image.share({ userIds: ['111111111111', '222222222222'] }),
    {
      ...modify,
      'LaunchPermission.Add.1.UserId': '111111111111',
      'LaunchPermission.Add.2.UserId': '222222222222',
    },
  ],
  ['public', (image) => image.share({ groups: ['all'] }), { ...modify, 'LaunchPermission.Add.1.Group': 'all' }],
  [
    'share with an organization and a unit',
    (image) => image.share({ organizationArns: [organization], organizationalUnitArns: [unit] }),
    {
      ...modify,
      'LaunchPermission.Add.1.OrganizationArn': organization,
      'LaunchPermission.Add.2.OrganizationalUnitArn': unit,
    },
  ],
  [
    'unshare',
    (image) => image.unshare({ userIds: ['111111111111'], groups: ['all'] }),
    { ...modify, 'LaunchPermission.Remove.1.UserId': '111111111111', 'LaunchPermission.Remove.2.Group': 'all' },
  ],
  ['get', (image) => image.permissions(), { ...modify, Action: 'DescribeImageAttribute' }],
  ['reset', (image) => image.resetPermissions(), { ...modify, Action: 'ResetImageAttribute' }],
  ['deregister', (image) => image.deregister(), { Action: 'DeregisterImage', ImageId: 'ami-1' }],
])('%s sends one form', async (_, act, form) => {
  const { image, wire } = await imageOn();
  await act(image);
  expect(wire.form).toEqual(form);
});

test('permissions hide nobody who may launch it', async () => {
  const items = [
    '<userId>111111111111</userId>',
    '<group>all</group>',
    `<organizationArn>${organization}</organizationArn>`,
    `<organizationalUnitArn>${unit}</organizationalUnitArn>`,
  ];
  const { image } = await imageOn({}, listXml('launchPermission', items));
  const permissions = await image.permissions();
  expect(permissions).toEqual({
    ...{ userIds: ['111111111111'], groups: ['all'] },
    ...{ organizationArns: [organization], organizationalUnitArns: [unit] },
  });
  const { image: own, wire } = await imageOn();
  await own.unshare(permissions);
  expect(Object.values(wire.form).slice(-4).sort()).toEqual(['111111111111', 'all', organization, unit].sort());
});

test('without organizations they look as those of a snapshot do', async () => {
  const { image: shared } = await imageOn({}, listXml('launchPermission', ['<userId>111111111111</userId>']));
  expect(await shared.permissions()).toStrictEqual({ userIds: ['111111111111'], groups: [] });
  const { image: unshared } = await imageOn({}, '<launchPermission/>');
  expect(await unshared.permissions()).toStrictEqual({ userIds: [], groups: [] });
});

test.each<[ImageFacts, string, string, string]>([
  [{ encrypted: true }, 'encryptedNotPublic', 'it has an encrypted snapshot', 'sharingamis-intro'],
  [{ productCode: 'abc' }, 'productCodeNotPublic', 'it has the product code abc', 'API_ModifyImageAttribute'],
])('what cannot be public is not made so, and no request is made: %j', async (facts, rule, words, source) => {
  const { image, wire } = await imageOn(facts);
  const refused = image.share({ groups: ['all'], userIds: ['111111111111'] });
  await expect(refused).rejects.toMatchObject({ name: 'Ec2RuleError', rule, source: expect.stringContaining(source) });
  await expect(refused).rejects.toThrow(`share(changes) of ami-1 in eu-west-1: ${words}`);
  expect(wire.forms).toEqual([]);
  await image.share({ userIds: ['111111111111'] });
  await image.unshare({ groups: ['all'] });
  expect(wire.forms).toHaveLength(2);
});

test('the pages that rules are said on are those of images, and no number of changes is too many', async () => {
  const { image, wire } = await imageOn();
  await expect(image.share({})).rejects.toMatchObject({ source: expect.stringContaining('ModifyImageAttribute') });
  const elsewhere = image.unshare({ groups: ['some' as 'all'] });
  await expect(elsewhere).rejects.toMatchObject({ source: expect.stringContaining('API_LaunchPermission') });
  expect(wire.forms).toEqual([]);
  const userIds = Array.from({ length: 501 }, (_, index) => String(index).padStart(12, '0'));
  await image.share({ userIds });
  expect(wire.form['LaunchPermission.Add.501.UserId']).toBe('000000000500');
});

test.each<[string, (image: Image, options: object) => Promise<unknown>]>([
  ['share', (image, options) => image.share({ groups: ['all'] }, options)],
  ['unshare', (image, options) => image.unshare({ groups: ['all'] }, options)],
  ['permissions', (image, options) => image.permissions(options)],
  ['resetPermissions', (image, options) => image.resetPermissions(options)],
  ['deregister', (image, options) => image.deregister(options)],
  ['refresh', (image, options) => image.refresh(options)],
])('%s takes a signal, and no option that is not there', async (_, act) => {
  const { image, wire } = await imageOn();
  await expect(act(image, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'CancelledError' });
  await expect(act(image, { dryRun: true })).rejects.toThrow("'dryRun' is not an option");
  await expect(act(image, { timeout: -1 })).rejects.toThrow('timeout is -1');
  expect(wire.forms).toEqual([]);
});

// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html
test('that public access is blocked in the account only EC2 knows: its error passes', async () => {
  const wire = new FakeWire((form) =>
    form['Action'] === 'DescribeImages'
      ? success(form, listXml('imagesSet', [imageXml('ami-1')]))
      : refusal('OperationNotPermitted'),
  );
  const image = await irelandOn(wire).image('ami-1');
  await expect(image.share({ groups: ['all'] })).rejects.toMatchObject({ name: 'OperationNotPermitted' });
});
