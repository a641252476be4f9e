import { Meter } from '@proj/core/store';
import { expect, test } from 'vitest';
import { oneContainer } from '../testing/swift.js';
import { planCopy, planDelete, planUpload } from './plans.js';

async function* bytes(size: number): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(size);
}

test.each([
  [500, 'delete'],
  [2_500, 'delete'],
  [3_000, 'keep'],
  [0, 'keep'],
] as const)('%d bytes cost what the plan says, where what is there is to be: %s', async (size, replaced) => {
  const { container } = await oneContainer();
  await container.object('o').put('');
  const account = container.native;
  await account.request('PUT', '/reports_segments');
  const meter = new Meter();
  await meter.run(() => container.object('o').upload(bytes(size), { segmentSize: 1_000, replaced }));
  const { requests } = planUpload(size, { segmentSize: 1_000, replaced });
  expect(requests).toMatchObject({ min: meter.spent.total, max: meter.spent.total });
});

test('deleting goes by thousands, and a copy is one request', () => {
  expect(planDelete(2_001).requests).toMatchObject({ min: 3, by: { DELETE: { min: 3, max: 3 } } });
  expect(planDelete(20_001, 10_000).requests.min).toBe(3);
  expect(planCopy().requests.by).toEqual({ COPY: { min: 1, max: 1 } });
});
