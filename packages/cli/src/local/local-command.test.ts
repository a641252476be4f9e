import { expect, test, vi } from 'vitest';
import { runCli } from '../command/run-cli.js';
import { capturedHost } from '../testing/captured.js';
import { environmentOfItsOwn } from '../testing/environment.js';

environmentOfItsOwn();

test('a cloud that others can use, with what goes wrong in it, until it is told to end', async () => {
  const end = new AbortController();
  const host = capturedHost({ signal: end.signal });
  const running = runCli(['local', '--fault', 'us-west-2=error'], host);
  await vi.waitFor(() => expect(host.stdout.text).toContain('export AWS_REGION'), { timeout: 10_000 });
  for (const [, name = '', value = ''] of host.stdout.text.matchAll(/^export (\w+)=(.*)$/gm)) process.env[name] = value;
  const other = capturedHost();
  const code = await runCli('ec2 describe-vpcs --regions us-west-2,eu-west-1 --output ndjson'.split(' '), other);
  expect(JSON.parse(other.stdout.text)).toMatchObject({ Region: 'eu-west-1' });
  expect([code, other.stderr.text]).toEqual([3, expect.stringContaining('us-west-2: InternalError')]);
  end.abort();
  expect(await running).toBe(0);
  await expect(fetch(process.env['AWS_ENDPOINT_URL'] ?? '')).rejects.toThrow();
});
