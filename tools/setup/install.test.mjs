import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { scratch, write } from '../testing/scratch.mjs';
import { install, isInstalled } from './install.mjs';

/** A stand-in for npm that does what the script says. @param {string} script */
function workspace(script) {
  const root = scratch({ 'package.json': '{}', 'packages/core/package.json': '{}', 'npm.mjs': script });
  return { root, command: /** @type {const} */ ([process.execPath, join(root, 'npm.mjs')]) };
}

const works = `import { mkdirSync, writeFileSync } from 'node:fs';
  mkdirSync('node_modules', { recursive: true });
  writeFileSync('node_modules/called-with', process.argv.slice(2).join(' '));`;

test('an install holds until a manifest changes', async () => {
  const { root, command } = workspace(works);
  expect(isInstalled(root)).toBe(false);
  await install(root, { command });
  expect(isInstalled(root)).toBe(true);
  write(root, { 'packages/core/package.json': '{ "dependencies": {} }' });
  expect(isInstalled(root)).toBe(false);
});

test('development dependencies are asked for, whatever NODE_ENV says', async () => {
  const { root, command } = workspace(works);
  await install(root, { command });
  expect(readFileSync(join(root, 'node_modules/called-with'), 'utf8')).toContain('--include=dev');
});

test('a failure carries what npm said, leaves what was there, and is tried again', async () => {
  const { root, command } = workspace('console.error("no such package"); process.exit(3)');
  write(root, { 'node_modules/kept/package.json': '{}' });
  await expect(install(root, { command })).rejects.toMatchObject({
    message: expect.stringContaining('npm install failed (exit code 3).'),
    said: 'no such package',
  });
  expect(isInstalled(root)).toBe(false);
  write(root, { 'npm.mjs': works });
  await install(root, { command });
  expect(existsSync(join(root, 'node_modules/kept'))).toBe(true);
  expect(isInstalled(root)).toBe(true);
});

test('one that does not end is ended, and the next begins from nothing', async () => {
  const { root, command } = workspace('setInterval(() => {}, 1000)');
  write(root, { 'node_modules/half/package.json': '{' });
  await expect(install(root, { command, timeout: 300 })).rejects.toThrow('did not end within');
  write(root, { 'npm.mjs': works });
  await install(root, { command });
  expect(existsSync(join(root, 'node_modules/half'))).toBe(false);
  expect(isInstalled(root)).toBe(true);
});

test('npm ends with a set-up that is killed', async () => {
  const { root } = workspace(`import { writeFileSync } from 'node:fs';
    writeFileSync('pid', String(process.pid)); setInterval(() => {}, 1e3);`);
  write(root, {
    'setup.mjs': `import { install } from ${JSON.stringify(new URL('./install.mjs', import.meta.url).href)};
      await install(process.cwd(), { command: [process.execPath, 'npm.mjs'] });`,
  });
  const setup = spawn(process.execPath, ['setup.mjs'], { cwd: root, stdio: 'inherit' });
  const pid = await vi.waitFor(
    () => Number(readFileSync(join(root, 'pid'), 'utf8')) || Promise.reject(new Error('-')),
    {
      timeout: 10_000,
    },
  );
  setup.kill('SIGKILL');
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 10_000 });
});
