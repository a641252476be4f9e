import { expect, test, vi } from 'vitest';
import { scratch } from '../testing/scratch.mjs';
import { load, programs } from './by-name.mjs';

const folder = () =>
  scratch({
    'main.mjs': '',
    'fanout.mjs': 'export const bench = 1;',
    'fanout.test.mjs': '',
    'decode.mjs': '',
    'harness/compare.mjs': '',
  });

test('programs are the files of the folder but its main and its tests', () => {
  expect(programs(folder())).toEqual(['decode', 'fanout']);
});

test('a program is loaded by its name', async () => {
  expect(await load(folder(), ['fanout'])).toEqual([expect.objectContaining({ bench: 1 })]);
});

test.each([
  [['nothing'], "There is no 'nothing'; there is: decode, fanout."],
  [[], 'Say which one; there is: decode, fanout.'],
])('%j lists what there is and ends with 2', async (names, said) => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  await expect(load(folder(), names)).rejects.toThrow('exit 2');
  expect(error).toHaveBeenCalledWith(said);
  exit.mockRestore();
  error.mockRestore();
});
