import { expect, test } from 'vitest';
import { isIncompleteAnswerError } from '../errors/incomplete-answer-error.js';
import { isRepeatingTokenError } from '../errors/repeating-token-error.js';
import type { PagingOptions } from '../listing/paging-options.js';
import { FakeWire, irelandOn, refusal, success } from '../testing/fake-wire.js';
import { listXml, volumeXml } from '../testing/xml.js';
import type { VolumesOptions } from './list-volumes.js';

/** Pages of one volume each; each token leads to the next of the list. */
function pages(...tokens: readonly string[]): FakeWire {
  return new FakeWire((form) => {
    const at = form['NextToken'] === undefined ? 0 : tokens.indexOf(form['NextToken']) + 1;
    return success(form, listXml('volumeSet', [volumeXml(`vol-${at}`)], tokens[at]));
  });
}

test('a listing asks for the largest pages and follows the tokens to the end', async () => {
  const wire = pages('a', 'b');
  const volumes = await irelandOn(wire).volumes();
  expect(volumes.map(({ id, region }) => [id, region])).toEqual([
    ['vol-0', 'eu-west-1'],
    ['vol-1', 'eu-west-1'],
    ['vol-2', 'eu-west-1'],
  ]);
  expect(wire.forms).toEqual([
    { Action: 'DescribeVolumes', MaxResults: '1000' },
    { Action: 'DescribeVolumes', MaxResults: '1000', NextToken: 'a' },
    { Action: 'DescribeVolumes', MaxResults: '1000', NextToken: 'b' },
  ]);
});

test('an empty token, and an empty page, are no more than that', async () => {
  const answers = [listXml('volumeSet', [], 'a'), listXml('volumeSet', [volumeXml('vol-1')], '')];
  const wire = new FakeWire((form) => success(form, answers[wire.forms.length - 1] ?? 'no third'));
  expect(await irelandOn(wire).volumes()).toHaveLength(1);
  expect(wire.forms).toHaveLength(2);
});

test('filters go out as EC2 names them, from either form', async () => {
  const wire = pages();
  await irelandOn(wire).volumes({ filters: { 'tag:Name': ['a', 'b'], status: 'available' } });
  const fromSdkForm = pages();
  const filters = [
    { Name: 'tag:Name', Values: ['a', 'b'] },
    { Name: 'status', Values: ['available'] },
  ];
  await irelandOn(fromSdkForm).volumes({ filters });
  expect(wire.form).toEqual({
    Action: 'DescribeVolumes',
    MaxResults: '1000',
    'Filter.1.Name': 'tag:Name',
    'Filter.1.Value.1': 'a',
    'Filter.1.Value.2': 'b',
    'Filter.2.Name': 'status',
    'Filter.2.Value.1': 'available',
  });
  expect(fromSdkForm.form).toEqual(wire.form);
});

test('ids go out without a page size, which EC2 refuses with them', async () => {
  const wire = pages();
  await irelandOn(wire).volumes({ ids: ['vol-1', 'vol-2'] });
  expect(wire.form).toEqual({ Action: 'DescribeVolumes', 'VolumeId.1': 'vol-1', 'VolumeId.2': 'vol-2' });
});

test.each([
  ['at once', ['a', 'a']],
  ['after a circle', ['a', 'b', 'c', 'a']],
])('a token that comes again %s ends the listing with an error', async (_, tokens) => {
  const wire = new FakeWire((form) => success(form, listXml('volumeSet', [], tokens[wire.forms.length - 1])));
  const error = await irelandOn(wire)
    .volumes()
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ operation: 'describeVolumes', region: 'eu-west-1', token: 'a' });
  expect(isRepeatingTokenError(error)).toBe(true);
  expect(wire.forms).toHaveLength(tokens.length);
});

test('pages come one by one, begin where they are told to, and have the size that was asked for', async () => {
  const wire = pages('a', 'b');
  const stream = irelandOn(wire).paginateVolumes({}, { startingToken: 'a', pageSize: 5 });
  expect(wire.forms).toEqual([]);
  for await (const { volumes, nextToken } of stream) {
    expect([volumes.map(({ id }) => id), nextToken]).toEqual([['vol-1'], 'b']);
    break;
  }
  expect(wire.form).toEqual({ Action: 'DescribeVolumes', MaxResults: '5', NextToken: 'a' });
});

test('going on from a token that then comes again is a circle too', async () => {
  const wire = pages('a', 'b');
  // Ends by itself, so that a listing which goes round fails here instead of never ending.
  const circle = new FakeWire((form) => success(form, listXml('volumeSet', [], circle.forms.length < 9 ? 'b' : '')));
  const read = async (over: FakeWire) => {
    for await (const _ of irelandOn(over).paginateVolumes({}, { startingToken: 'b' }));
  };
  await expect(read(wire)).resolves.toBeUndefined();
  await expect(read(circle)).rejects.toMatchObject({ name: 'RepeatingTokenError', token: 'b' });
});

test.each<[object, string]>([
  [{ pageSize: 4 }, 'pageSize is 4'],
  [{ pageSize: 1001 }, 'pageSize is 1001'],
  [{ pageSize: 7.5 }, 'pageSize is 7.5'],
  [{ startingToken: '' }, 'startingToken is the nextToken of a page'],
  [{ page: 1 }, "'page' is not an option"],
])('paging by %j is refused before a request', (paging, message) => {
  const wire = pages();
  expect(() => irelandOn(wire).paginateVolumes({}, paging as PagingOptions)).toThrow(message);
  expect(wire.forms).toEqual([]);
});

test.each([{ pageSize: 5 }, { startingToken: 'a' }])('ids are refused together with %j', (paging) => {
  const attempt = () => irelandOn(pages()).paginateVolumes({ ids: ['vol-1'] }, paging);
  expect(attempt).toThrow(expect.objectContaining({ name: 'Ec2RuleError', rule: 'idsOrPages' }));
});

test.each<object>([
  { ids: [] },
  { ids: [''] },
  { filters: { 'tag:Name': [] } },
  { filters: { '': 'a' } },
  { filters: [{ Name: 'status' }] },
  { filter: { status: 'available' } },
  { filters: 'available' },
  { ids: 'vol-1' },
  { filters: { size: [8] } },
])('%j would list everything, or nothing of what was meant, and is refused', async (options) => {
  const wire = pages();
  await expect(irelandOn(wire).volumes(options as VolumesOptions)).rejects.toMatchObject({ name: 'OptionError' });
  expect(wire.forms).toEqual([]);
});

test('a signal that aborts between two pages ends the listing', async () => {
  const leaving = new AbortController();
  const reason = new Error('enough');
  const wire = new FakeWire((form) => {
    if (wire.forms.length === 2) leaving.abort(reason);
    return success(form, listXml('volumeSet', [], `token-${wire.forms.length}`));
  });
  const listing = irelandOn(wire).volumes({ signal: leaving.signal });
  await expect(listing).rejects.toMatchObject({ name: 'CancelledError', cause: reason });
  expect(wire.forms).toHaveLength(2);
});

test("the SDK's own error comes through with its name and request id, and without the signed request", async () => {
  const wire = new FakeWire(() => refusal('UnauthorizedOperation', 403));
  const error = await irelandOn(wire)
    .volumes()
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'UnauthorizedOperation', $metadata: { requestId: 'request-1' } });
  expect(error).not.toHaveProperty('$response');
});

test('a volume without an id is no volume', async () => {
  const wire = new FakeWire((form) => success(form, listXml('volumeSet', ['<size>8</size>'])));
  const error = await irelandOn(wire)
    .volumes()
    .catch((thrown: unknown) => thrown);
  expect(isIncompleteAnswerError(error)).toBe(true);
  expect(error).toMatchObject({ region: 'eu-west-1', member: 'VolumeId' });
});

test('an answer without a list has nothing in it', async () => {
  const wire = new FakeWire((form) => success(form, ''));
  expect(await irelandOn(wire).volumes()).toEqual([]);
  expect(await irelandOn(wire).snapshots()).toEqual([]);
});
