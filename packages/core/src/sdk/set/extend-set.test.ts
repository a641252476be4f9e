import { expect, test } from 'vitest';
import { isOptionError } from '../../errors/option-error.js';
import { Depot } from '../testing/own-classes.js';
import { extendSet } from './extend-set.js';
import { serviceSet } from './service-set.js';

const regions = ['us-east-1', 'eu-west-1', 'eu-west-2'];
const depots = () => serviceSet(({ region }) => new Depot({ region }), { regions });

test('what is added speaks of the set that it is called on, through in and with', async () => {
  const set = extendSet(depots(), (own) => ({
    first: async () => (await own.where())[0],
    size: () => own.targets.length,
  }));
  expect([set.size(), set.in('eu-*').size(), set.in('eu-*').in('*-2').size()]).toEqual([3, 2, 1]);
  expect(await set.in('eu-*').with({ concurrency: 1 }).first()).toBe('eu-west-1');
  expect(await set.in('eu-west-2').where()).toEqual(['eu-west-2']);
  expect(Object.keys(set)).toContain('first');
});

test('additions pile up, and the later ones see the earlier ones', () => {
  const one = extendSet(depots(), () => ({ one: () => 1 }));
  const two = extendSet(one, (own) => ({ two: () => own.one() + 1 }));
  expect([two.two(), two.in('eu-*').two(), two.in('eu-*').with({}).one()]).toEqual([2, 2, 1]);
});

test('an addition hides a method of the service, and leaves the set that was extended alone', async () => {
  const plain = depots();
  const set = extendSet(plain, () => ({ where: () => 'here' }));
  expect(set.where()).toBe('here');
  expect(await plain.where()).toEqual(regions);
});

test.each(['then', 'in', 'targets', 'toJSON', 'constructor'])('%s cannot be added', (name) => {
  expect(() => extendSet(depots(), () => ({ [name]: () => 1 }))).toThrow(
    expect.objectContaining({ name: 'OptionError', message: expect.stringContaining(`'${name}'`) }),
  );
});

test('what is added has to be a function of the set', () => {
  expect(() => extendSet(depots(), { one: 1 } as never)).toThrow(expect.objectContaining({ name: 'OptionError' }));
});

test('only a set can be extended', () => {
  try {
    extendSet({}, () => ({}));
    expect.unreachable();
  } catch (error) {
    expect(isOptionError(error)).toBe(true);
  }
});
