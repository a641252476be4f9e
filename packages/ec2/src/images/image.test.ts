import { expect, test } from 'vitest';
import { FakeWire, irelandOn, success } from '../testing/fake-wire.js';
import { type ImageFacts, imageXml, listXml, snapshotXml } from '../testing/xml.js';
import { dateOf } from './creation-date.js';
import { type Image, isImage } from './image.js';

async function imageWith(facts: ImageFacts = {}): Promise<{ readonly image: Image; readonly wire: FakeWire }> {
  const wire = new FakeWire((form) => {
    if (form['Action'] === 'DescribeSnapshots') return success(form, listXml('snapshotSet', [snapshotXml('snap-1')]));
    return success(form, listXml('imagesSet', [imageXml('ami-1', facts)]));
  });
  const image = await irelandOn(wire).image('ami-1');
  wire.forms.length = 0;
  return { image, wire };
}

test('it says what it is, where, and whose', async () => {
  const { image } = await imageWith({
    tags: { Name: 'of tuesday' },
    snapshots: ['snap-1', 'snap-2'],
    productCode: 'pc',
  });
  expect(image).toMatchObject({ region: 'eu-west-1', id: 'ami-1', name: 'golden', description: 'd', public: true });
  expect(image).toMatchObject({ state: 'available', architecture: 'arm64', encrypted: false, productCodes: ['pc'] });
  expect(image.snapshotIds).toEqual(['snap-1', 'snap-2']);
  expect(image.creationDate?.toISOString()).toBe('2026-11-01T02:03:04.000Z');
  expect([image.tags['Name'], image.raw.Name]).toEqual(['of tuesday', 'golden']);
  expect(await image.account()).toBe('444455556666');
  expect(await image.arn()).toBe('arn:aws:ec2:eu-west-1::image/ami-1');
  expect([isImage(image), isImage({ ...image }), isImage(null)]).toEqual([true, false, false]);
});

test('without members in the answer it says that it does not know', async () => {
  const wire = new FakeWire((form) => success(form, listXml('imagesSet', ['<imageId>ami-1</imageId>'])));
  const image = await irelandOn(wire).image('ami-1');
  expect([image.public, image.encrypted, image.snapshotIds, image.productCodes, image.creationDate]).toEqual([
    ...[false, false, [], [], undefined],
  ]);
  expect(await image.account()).toBe('111122223333');
});

test('a date that is none is not there', () => {
  expect([dateOf('soon'), dateOf(''), dateOf('2026-11-01T02:03:04.000Z')?.getTime()]).toEqual([
    ...[undefined, undefined, Date.UTC(2026, 10, 1, 2, 3, 4)],
  ]);
});

test('its snapshots are asked for by filter, each once, among those that one owns', async () => {
  const { image, wire } = await imageWith({ snapshots: ['snap-1', 'snap-2', 'snap-1'] });
  expect((await image.snapshots({ filters: { status: 'completed' } })).map(({ id }) => id)).toEqual(['snap-1']);
  expect(wire.form).toEqual({
    ...{ Action: 'DescribeSnapshots', MaxResults: '1000', 'Owner.1': 'self' },
    ...{ 'Filter.1.Name': 'status', 'Filter.1.Value.1': 'completed', 'Filter.2.Name': 'snapshot-id' },
    ...{ 'Filter.2.Value.1': 'snap-1', 'Filter.2.Value.2': 'snap-2' },
  });
});

test('one that boots from an instance store has none, and nothing is asked', async () => {
  const { image, wire } = await imageWith({ snapshots: [] });
  expect(await image.snapshots()).toEqual([]);
  expect(wire.forms).toEqual([]);
});
