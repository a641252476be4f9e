import { expect, test } from 'vitest';
import { runCli } from '../command/run-cli.js';
import { capturedHost } from '../testing/captured.js';
import { cloudForTests } from '../testing/cloud.js';

cloudForTests({ faults: { 'ap-southeast-3': { kind: 'notEnabled' } } });

async function run(line: string) {
  const host = capturedHost();
  const code = await runCli(line.split(' '), host);
  return { code, out: host.stdout.text, err: host.stderr.text };
}

test('every region of the partition, and why a call goes there or does not', async () => {
  const { code, out, err } = await run('regions --output json');
  const rows: { Region: string; In: string; Reason: string; Source: string }[] = JSON.parse(out);
  expect(code).toBe(0);
  expect(rows.find(({ Region }) => Region === 'ap-southeast-3')).toMatchObject({
    In: 'no',
    Reason: 'notEnabled',
    OptIn: 'required',
  });
  expect(rows.find(({ Region }) => Region === 'eu-west-1')).toMatchObject({
    In: 'yes',
    Description: 'Europe (Ireland)',
    OptIn: 'not required',
  });
  expect(err).toMatch(/^35 regions, as the account said at 20\d\d-.*\.\n$/);
});

test('as a table and as lines', async () => {
  const table = await run('regions --regions eu-*');
  expect(table.out).toMatch(/^Region +Description +OptIn +In +Reason +Source\n/);
  const lines = (await run('regions --regions eu-* --output ndjson')).out.trimEnd().split('\n');
  const rows: { Region: string; In: string }[] = lines.map((line) => JSON.parse(line));
  expect(rows.filter((row) => row.In === 'yes').every(({ Region }) => Region.startsWith('eu-'))).toBe(true);
});

test('--explain says it in a sentence', async () => {
  const { code, out } = await run('regions --explain ap-southeast-3');
  expect(code).toBe(0);
  expect(out).toMatch(/^ap-southeast-3 is out: the account has not opted in to it.*\n$/);
});

test('--service knows those that are not everywhere', async () => {
  expect((await run('regions --service sdb --explain eu-west-3')).out).toContain('eu-west-3 is out');
  expect((await run('regions --service sdb --explain eu-west-1')).out).toContain('eu-west-1 is in');
});

test('an unknown region names the nearest', async () => {
  const { code, err } = await run('regions --explain eu-wset-1');
  expect([code, err]).toEqual([2, expect.stringContaining('did you mean eu-west-1?')]);
});
