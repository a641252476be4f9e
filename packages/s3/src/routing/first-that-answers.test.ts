import { expect, test } from 'vitest';
import { FarEnd } from '../testing/far-end.js';
import { firstThatAnswers } from './first-that-answers.js';

const regions = ['us-east-1', 'us-west-2', 'sa-east-1'];

test('a region that cannot be reached is passed over: any knows of all buckets', async () => {
  const far = new FarEnd(({ region }) => {
    if (region === 'us-east-1') throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    return { headers: { 'x-amz-bucket-region': 'sa-east-1' } };
  });
  expect(await far.set(regions).bucket('some-bucket').region()).toBe('sa-east-1');
  expect(far.lines.map((line) => line.split(' in ')[1])).toEqual(['us-east-1', 'us-west-2']);
});

test('what an answer says ends the asking, and when none answers the last failure is told', async () => {
  const refused = Object.assign(new Error('no'), { $metadata: { httpStatusCode: 403 } });
  const asked: number[] = [];
  const ask = async (place: number): Promise<never> => {
    asked.push(place);
    throw place === 2 ? refused : new Error(`${place} is silent`);
  };
  await expect(firstThatAnswers([1, 2, 3], ask)).rejects.toBe(refused);
  await expect(firstThatAnswers([1, 3], ask)).rejects.toThrow('3 is silent');
  expect(asked).toEqual([1, 2, 1, 3]);
});
