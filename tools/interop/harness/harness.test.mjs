import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { capture } from '../../process/capture.mjs';
import { Report } from '../../report/report.mjs';
import { scratch } from '../../testing/scratch.mjs';
import { missing } from './have.mjs';
import { isListening } from './port.mjs';
import { runInterop } from './run.mjs';
import { startServer } from './server.mjs';

const listens = `require('node:http').createServer((_, answer) => answer.end('hello')).listen(process.argv[1])`;
const serve = (/** @type {string} */ script) => ({
  command: process.execPath,
  args: (/** @type {number} */ port) => ['-e', script, String(port)],
});

test('a server is ready when it is handed over, and gone when it is stopped', async () => {
  const server = await startServer(serve(listens));
  expect(await (await fetch(server.url)).text()).toBe('hello');
  await server.stop();
  expect(await isListening(server.port)).toBe(false);
});

test('one that ends, or never answers, is an error with what it printed', async () => {
  await expect(startServer(serve('console.log("bad option"); process.exit(3)'))).rejects.toThrow(
    /it ended with exit code 3\.\nbad option/,
  );
  const silent = { ...serve('console.log("still loading"); setInterval(() => {}, 1e3)'), timeout: 3_000 };
  await expect(startServer(silent)).rejects.toThrow(/did not answer within 3 s\.\nstill loading/);
  await expect(startServer({ command: 'no-such-program', args: () => [] })).rejects.toThrow('ENOENT');
});

test('a signal takes the servers along', async () => {
  const folder = scratch({
    'main.mjs': `import { writeFileSync } from 'node:fs';
      import { startServer } from ${JSON.stringify(new URL('./server.mjs', import.meta.url).href)};
      const server = await startServer({ command: process.execPath, args: (port) => ['-e', ${JSON.stringify(listens)}, String(port)] });
      writeFileSync('port', String(server.port));
      process.kill(process.pid, 'SIGINT');
      setInterval(() => {}, 1e3);`,
  });
  const { code, output } = await capture(process.execPath, ['main.mjs'], { cwd: folder });
  expect({ code, output }).toEqual({ code: 130, output: '' });
  expect(existsSync(join(folder, 'port'))).toBe(true);
  const port = Number(readFileSync(join(folder, 'port'), 'utf8'));
  await vi.waitFor(async () => expect(await isListening(port)).toBe(false), { timeout: 10_000 });
});

test('a program that is not there has a reason', async () => {
  expect(await missing('no-such-program', ['--version'])).toContain('does not start');
  expect(await missing(process.execPath, ['-e', 'process.exit(2)'])).toContain('ends with exit code 2');
  expect(await missing(process.execPath, ['--version'])).toBeUndefined();
});

test('what cannot run is counted, and so is what throws or checks nothing; none keeps the others from running', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  /** @type {string[]} */
  const lines = [];
  const report = new Report((line) => lines.push(line));
  const here = async () => undefined;
  let port = 0;
  await runInterop(
    [
      { name: 'absent', needs: async () => 'there is no moto here', run: async () => {} },
      {
        name: 'throws',
        needs: here,
        run: async () => {
          port = (await startServer(serve(listens))).port;
          throw new Error('half-way');
        },
      },
      { name: 'idle', needs: here, run: async () => {} },
      { name: 'good', needs: here, run: async (report) => report.pass('one') },
    ],
    report,
  );
  log.mockRestore();
  expect(report.counts).toEqual({ passed: 1, failed: 2, notRun: 1 });
  expect(lines.join('\n')).toContain('not run  absent: there is no moto here');
  expect(await isListening(port)).toBe(false);
});
