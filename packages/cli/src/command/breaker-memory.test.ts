import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { capturedHost } from '../testing/captured.js';
import { environmentOfItsOwn } from '../testing/environment.js';
import { runCli } from './run-cli.js';

// As Node itself takes it at each look-up.
const dns = createRequire(import.meta.url)('node:dns') as typeof import('node:dns');

let cache = '';
environmentOfItsOwn(() => ({ AWS_ACCESS_KEY_ID: 'made-up', AWS_SECRET_ACCESS_KEY: 'made-up' }));
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'serviceset-cache-'));
  process.env['XDG_CACHE_HOME'] = cache;
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(cache, { recursive: true });
});

/** No name leads anywhere, so that no test leaves this machine. */
function withoutNames() {
  const failed = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
  const lookup = (_name: string, _options: unknown, done: (error: Error) => void) => queueMicrotask(() => done(failed));
  const spy = vi.spyOn(dns, 'lookup').mockImplementation(lookup as never);
  syncBuiltinESMExports(); // for those who import it by its name
  return spy;
}

async function run(line: string) {
  const host = capturedHost();
  const code = await runCli(line.split(' '), host);
  return { code, err: host.stderr.text };
}

const file = () => join(cache, 'serviceset', 'breakers.json');

test('what an earlier command could not reach is skipped, unless it is to be tried', async () => {
  const lookup = withoutNames();
  mkdirSync(join(cache, 'serviceset'));
  const at = Date.now() - 60_000;
  const origin = 'https://lambda.mx-central-1.amazonaws.com';
  writeFileSync(file(), JSON.stringify({ version: 1, breakers: [{ origin, since: at, at, why: 'ENOTFOUND' }] }));
  const skipped = await run('lambda list-functions --region mx-central-1');
  expect([skipped.code, lookup.mock.calls]).toEqual([1, []]);
  expect(skipped.err).toMatch(/ {2}skipped {2}mx-central-1: .*--no-breaker tries them all the same/s);
  const tried = await run('lambda list-functions --region mx-central-1 --no-breaker');
  expect(tried.err).toContain('  unreachable  mx-central-1: ');
  expect(lookup, tried.err).toHaveBeenCalled();
});
