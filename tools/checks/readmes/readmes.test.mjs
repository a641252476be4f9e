import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { capture } from '../../process/capture.mjs';
import { childEnvironment } from '../../process/environment.mjs';
import { root } from '../../process/root.mjs';
import { packageFolders } from '../../setup/packages.mjs';
import { write } from '../../testing/scratch.mjs';
import { blocks } from './blocks.mjs';

/** Inside of the repository, where what a README imports is found. @type {string} */
let place;

beforeAll(() => {
  mkdirSync(join(root, '.setup'), { recursive: true });
  place = mkdtempSync(join(root, '.setup', 'readmes-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** @param {string} folder */
const readmeOf = (folder) => readFileSync(join(folder, 'README.md'), 'utf8');

/** As strict as a user's project may be. */
const compilerOptions = {
  ...{ target: 'es2022', lib: ['es2023'], module: 'nodenext', types: ['node'], noEmit: true, skipLibCheck: true },
  ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
};

test('every block of every README type-checks as it stands', async () => {
  const folders = [root, ...packageFolders(root)];
  const files = folders.flatMap((folder) =>
    blocks(readmeOf(folder)).map(({ code }, index) => [`${basename(folder)}-${index + 1}.ts`, code]),
  );
  expect(files.length).toBeGreaterThan(folders.length);
  const tsconfig = JSON.stringify({ compilerOptions, files: files.map(([name]) => name) });
  write(place, { ...Object.fromEntries(files), 'tsconfig.json': tsconfig, 'package.json': '{ "type": "module" }' });
  const { output } = await capture(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', place], {
    cwd: place,
  });
  expect(output).toBe('');
});

test('what the README says to run on an account runs, and says what it found', async () => {
  const [script] = blocks(readmeOf(root)).filter(({ language }) => language === 'js');
  write(place, { 'everywhere.mjs': script?.code ?? '' });
  const { startLocalCloud } = await import('@proj/local');
  const cloud = await startLocalCloud({ faults: { 'me-south-1': { kind: 'reset' } } });
  onTestFinished(() => cloud.close());
  const { code, output } = await capture(process.execPath, ['everywhere.mjs'], {
    cwd: place,
    env: {
      ...childEnvironment(),
      AWS_ENDPOINT_URL: cloud.url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: cloud.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: cloud.credentials.secretAccessKey,
    },
    timeout: 60_000,
  });
  expect(code, output).toBe(0);
  expect(output).toMatch(/^Volume vol-\w+ in \S+: \d+ GiB, (?:available|in-use)$/m);
  expect(output).toMatch(/^me-south-1: unreachable, /m);
  expect(output).toContain(`36 regions (live), account ${cloud.accounts[0]?.id}\nmissing: me-south-1\n`);
  // The permissions that the README names, and no others.
  const actions = new Set(cloud.requests.recent.map(({ action }) => action));
  expect([...actions].sort()).toEqual(['DescribeRegions', 'DescribeVolumes', 'GetCallerIdentity']);
});
