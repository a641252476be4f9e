import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratch } from '../../testing/scratch.mjs';
import { withoutAws } from './environment.mjs';
import { program } from './program.mjs';
import { differences, namesOf, writeTree } from './tree.mjs';

test('two trees are the same, byte for byte, or it is told where not', () => {
  const [one, other] = [scratch(), scratch()];
  for (const folder of [one, other]) writeTree(folder, { files: 20, large: 1_000 });
  expect(namesOf(one)).toHaveLength(20);
  expect(differences(one, other)).toEqual([]);
  rmSync(join(other, 'empty'));
  writeFileSync(join(other, 'more'), '');
  appendFileSync(join(other, 'large/file.bin'), '-');
  expect(differences(one, other)).toEqual(['missing: empty', 'more: more', 'differs: large/file.bin']);
});

test('a program ends well or not, and it is said when it should have been the other', async () => {
  const node = program(process.execPath, { env: withoutAws(), always: ['-e'] });
  const ends = (/** @type {number} */ code) => `console.log("so it is"); process.exitCode = ${code}`;
  expect((await node.run(ends(0))).stdout).toBe('so it is\n');
  expect((await node.fails(ends(3))).code).toBe(3);
  await expect(node.run(ends(3))).rejects.toThrow(/ends with 3: so it is/);
  await expect(node.fails(ends(0))).rejects.toThrow(/went well: so it is/);
});

test('the environment of a program knows no AWS', () => {
  const env = withoutAws({ AWS_PROFILE: 'mine', AWS_CA_BUNDLE: '/bundle', PATH: '/bin' });
  expect(env).toMatchObject({ PATH: '/bin', AWS_CONFIG_FILE: '/dev/null' });
  expect(env).not.toHaveProperty('AWS_PROFILE');
  expect(env).not.toHaveProperty('AWS_CA_BUNDLE');
});
