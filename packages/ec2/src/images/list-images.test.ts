import { expect, test } from 'vitest';
import { FakeWire, irelandOn, refusal, success } from '../testing/fake-wire.js';
import { imageXml, listXml } from '../testing/xml.js';
import type { ImagesOptions } from './list-images.js';

function wireOf(...ids: readonly string[]): FakeWire {
  const items = ids.map((id) => imageXml(id));
  return new FakeWire((form) => success(form, listXml('imagesSet', items)));
}

const plain = { Action: 'DescribeImages', MaxResults: '1000' };

test.each<[ImagesOptions, Record<string, string>]>([
  [{}, { 'Owner.1': 'self' }],
  [{ public: false }, { 'Owner.1': 'self' }],
  [{ includeDisabled: true }, { 'Owner.1': 'self', IncludeDisabled: 'true' }],
  [{ owners: ['aws-marketplace', '123456789012'] }, { 'Owner.1': 'aws-marketplace', 'Owner.2': '123456789012' }],
  [{ executableBy: ['self'] }, { 'ExecutableBy.1': 'self' }],
  [
    { public: true, includeDeprecated: true },
    { 'ExecutableBy.1': 'all', IncludeDeprecated: 'true' },
  ],
  [
    { public: true, executableBy: ['all', 'self'] },
    { 'ExecutableBy.1': 'all', 'ExecutableBy.2': 'self' },
  ],
  [
    { owners: ['amazon'], filters: { name: 'al2023-*' } },
    { 'Owner.1': 'amazon', 'Filter.1.Name': 'name', 'Filter.1.Value.1': 'al2023-*' },
  ],
])('%j asks for that and no more', async (options, expected) => {
  const wire = wireOf('ami-1');
  await irelandOn(wire).images(options);
  expect(wire.form).toEqual({ ...plain, ...expected });
});

test('an id names its image, whoever owns it and whatever its state', async () => {
  const wire = wireOf('ami-1');
  const image = await irelandOn(wire).image('ami-1');
  expect(wire.form).toEqual({
    ...{ Action: 'DescribeImages', 'ImageId.1': 'ami-1' },
    ...{ IncludeDeprecated: 'true', IncludeDisabled: 'true' },
  });
  expect(await image.account()).toBe('444455556666');
});

test('the states can be left out even of what is named', async () => {
  const wire = wireOf('ami-1');
  await irelandOn(wire).images({ ids: ['ami-1'], includeDeprecated: false });
  expect(wire.form).toMatchObject({ IncludeDeprecated: 'false', IncludeDisabled: 'true' });
});

test.each(['InvalidAMIID.NotFound', 'InvalidAMIID.Unavailable'])("what EC2 calls '%s' is not found", async (code) => {
  const ireland = irelandOn(new FakeWire(() => refusal(code)));
  await expect(ireland.image('ami-1')).rejects.toMatchObject({
    ...{ name: 'Ec2NotFoundError', kind: 'image', id: 'ami-1', cause: { name: code } },
  });
});

test('what EC2 leaves out of its answer is not found either, and what it refuses otherwise is its own error', async () => {
  await expect(irelandOn(wireOf()).image('ami-1')).rejects.toMatchObject({ name: 'Ec2NotFoundError' });
  const refusing = irelandOn(new FakeWire(() => refusal('InvalidAMIID.Malformed')));
  await expect(refusing.image('image-1')).rejects.toMatchObject({ name: 'InvalidAMIID.Malformed' });
  await expect(refusing.image('')).rejects.toThrow('give the id of an image');
});

test('pages of images stream', async () => {
  const wire = new FakeWire((form) =>
    success(form, listXml('imagesSet', [imageXml(`ami-${wire.forms.length}`)], form['NextToken'] ? '' : 'a')),
  );
  const ids: string[] = [];
  for await (const page of irelandOn(wire).paginateImages({}, { pageSize: 5 }))
    ids.push(...page.images.map(({ id }) => id));
  expect(ids).toEqual(['ami-1', 'ami-2']);
  expect(wire.forms.map((form) => [form['NextToken'], form['MaxResults']])).toEqual([
    [undefined, '5'],
    ['a', '5'],
  ]);
});

test.each<[object, string, string]>([
  [{ owners: [] }, 'OptionError', 'owners is empty'],
  [{ owners: ['all'] }, 'Ec2RuleError', '"all" is neither self nor amazon nor aws-backup-vault nor aws-marketplace'],
  [{ executableBy: ['amazon'] }, 'Ec2RuleError', '"amazon" is neither self nor all nor an account id'],
  [{ executableBy: [12345678901] }, 'Ec2RuleError', 'loses the zeros'],
  [{ public: false, executableBy: ['all'] }, 'OptionError', "executableBy has 'all'"],
  [{ includeDeprecated: 'yes' }, 'OptionError', 'includeDeprecated is true or false'],
  [{ restorableBy: ['self'] }, 'OptionError', "'restorableBy' is not an option"],
  [{ ids: [] }, 'OptionError', 'ids is empty'],
])('%j is refused without a request', async (options, name, message) => {
  const wire = wireOf('ami-1');
  const refused = irelandOn(wire).images(options as ImagesOptions);
  await expect(refused).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
  expect(wire.forms).toEqual([]);
});

test('an image without an id is no image', async () => {
  const wire = new FakeWire((form) => success(form, listXml('imagesSet', ['<name>nobody</name>'])));
  await expect(irelandOn(wire).images()).rejects.toMatchObject({ name: 'IncompleteAnswerError', member: 'ImageId' });
});
