import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { scratch } from '../testing/scratch.mjs';
import { capture } from './capture.mjs';

const module = (/** @type {string} */ name) => JSON.stringify(new URL(name, import.meta.url).href);

/** Starts a script without a terminal and waits until it says that it is ready. @param {string} folder */
async function started(folder) {
  const child = spawn(process.execPath, ['parent.mjs'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

test.each(['SIGINT', 'SIGTERM'])('%s is handed on, and the exit code is the child’s own', async (signal) => {
  const child = await started(
    scratch({
      'parent.mjs': `import { inherit } from ${module('./inherit.mjs')};
        process.exit(await inherit(process.execPath, ['child.mjs'], { cwd: '.' }));`,
      'child.mjs': `process.on('${signal}', () => process.exit(7)); setInterval(() => {}, 1e3); console.log('ready');`,
    }),
  );
  child.kill(/** @type {NodeJS.Signals} */ (signal));
  expect((await once(child, 'exit'))[0]).toBe(7);
});

test('a child that a signal ended gives 128 and its number', async () => {
  const result = await capture(
    process.execPath,
    ['-e', 'process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1e3)'],
    {
      cwd: '.',
    },
  );
  expect(result.code).toBe(143);
});

test('what a captured command started ends with us', async () => {
  const folder = scratch({
    'parent.mjs': `import { capture } from ${module('./capture.mjs')};
      setInterval(() => process.stdout.write('.'), 50);
      await capture(process.execPath, ['child.mjs'], { cwd: '.' });`,
    'child.mjs': `import { spawn } from 'node:child_process';
      spawn(process.execPath, ['grandchild.mjs']); setInterval(() => {}, 1e3);`,
    'grandchild.mjs': `import { writeFileSync } from 'node:fs';
      writeFileSync('pid', String(process.pid)); setInterval(() => {}, 1e3);`,
  });
  const child = await started(folder);
  await vi.waitFor(() => expect(existsSync(join(folder, 'pid'))).toBe(true), { timeout: 10_000 });
  const pid = await vi.waitFor(
    () => Number(readFileSync(join(folder, 'pid'), 'utf8')) || Promise.reject(new Error('-')),
  );
  child.kill('SIGTERM');
  expect((await once(child, 'exit'))[0]).toBe(143);
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 10_000 });
});

test('what outlives its npm ends as by SIGTERM', async () => {
  const folder = scratch({
    'npm.mjs': `import { spawn } from 'node:child_process';
      const child = spawn(process.execPath, ['run.mjs'], { stdio: 'inherit' });
      setInterval(() => {}, 1e3);`,
    'run.mjs': `import { endWhenOrphaned } from ${module('./orphan.mjs')};
      import { inherit } from ${module('./inherit.mjs')};
      endWhenOrphaned();
      process.exit(await inherit(process.execPath, ['child.mjs'], { cwd: '.' }));`,
    'child.mjs': `import { writeFileSync } from 'node:fs';
      process.on('SIGTERM', () => { writeFileSync('ended', ''); process.exit(); });
      setInterval(() => {}, 1e3); writeFileSync('started', '');`,
  });
  const npm = spawn(process.execPath, ['npm.mjs'], { cwd: folder, stdio: 'ignore' });
  await vi.waitFor(() => expect(existsSync(join(folder, 'started'))).toBe(true), { timeout: 10_000 });
  npm.kill('SIGKILL');
  await vi.waitFor(() => expect(existsSync(join(folder, 'ended'))).toBe(true), { timeout: 10_000 });
});
