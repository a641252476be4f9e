import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { capture } from '../process/capture.mjs';
import { scratch, write } from '../testing/scratch.mjs';
import { holder, locked } from './lock.mjs';

/** A pid that nobody has: that of a process that has ended. */
const endedPid = () => spawnSync(process.execPath, ['--version']).pid;

test('gives the lock back after the work, and after its failure', async () => {
  const lock = join(scratch(), 'deep', 'lock');
  await locked(lock, async () => expect(readFileSync(lock, 'utf8')).toBe(String(process.pid)));
  expect(existsSync(lock)).toBe(false);
  await expect(locked(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(lock)).toBe(false);
});

test('takes over the lock of a process that is gone', async () => {
  const lock = join(scratch(), 'lock');
  writeFileSync(lock, String(endedPid()));
  expect(await locked(lock, async () => 'mine')).toBe('mine');
});

test('a living holder counts as gone only after a minute of silence', () => {
  const lock = join(scratch(), 'lock');
  writeFileSync(lock, String(process.pid));
  expect(holder(lock)).toEqual({ pid: process.pid, gone: false });
  const past = Date.now() / 1000 - 61;
  utimesSync(lock, past, past);
  expect(holder(lock)).toEqual({ pid: process.pid, gone: true });
});

test('several processes at once work one after the other, a stale lock in their way or not', async () => {
  const folder = scratch();
  const module = new URL('./lock.mjs', import.meta.url).href;
  write(folder, {
    lock: String(endedPid()),
    log: '',
    'work.mjs': `
      import { appendFileSync } from 'node:fs';
      import { setTimeout as wait } from 'node:timers/promises';
      import { locked } from ${JSON.stringify(module)};
      await locked('lock', async () => {
        appendFileSync('log', 'in ');
        await wait(20);
        appendFileSync('log', 'out ');
      });`,
  });
  const runs = Array.from({ length: 4 }, () => capture(process.execPath, ['work.mjs'], { cwd: folder }));
  expect((await Promise.all(runs)).map(({ output }) => output)).toEqual(['', '', '', '']);
  expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('in out '.repeat(4));
});
