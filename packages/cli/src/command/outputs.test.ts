import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { capturedHost } from '../testing/captured.js';
import { cloudForTests } from '../testing/cloud.js';
import { runCli } from './run-cli.js';

const cloud = cloudForTests({ seed: { volumes: 3, instances: 2, snapshots: 1, publicSnapshots: 8 } });

async function run(line: string, columns?: number) {
  const host = capturedHost(columns === undefined ? {} : { columns });
  const code = await runCli(line.split(' '), host);
  return { code, out: host.stdout.text, err: host.stderr.text };
}

test('json: one element for each region, its region first', async () => {
  const { code, out, err } = await run('ec2 describe-volumes --regions eu-west-*,us-east-1 --output json');
  expect([code, err]).toEqual([0, '']);
  const answers: { Region: string; Volumes: { VolumeId: string }[] }[] = JSON.parse(out);
  expect(answers.map(({ Region }) => Region)).toEqual(['eu-west-1', 'eu-west-2', 'eu-west-3', 'us-east-1']);
  expect(Object.keys(answers[0] ?? {})).toEqual(['Region', 'Volumes']);
  expect(answers.every(({ Volumes }) => Volumes.length === 3)).toBe(true);
  expect(out.split('\n')[1]).toBe('    {');
});

test('ndjson: a line for each item, its region first', async () => {
  const { code, out } = await run('ec2 describe-volumes --regions eu-west-1,us-east-1 --output ndjson');
  const rows: object[] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(rows).toHaveLength(6);
  expect(rows.every((row) => Object.keys(row)[0] === 'Region' && 'VolumeId' in row)).toBe(true);
});

test('every region is asked where none is named, and all its pages', async () => {
  const { code, out } = await run('ec2 describe-volumes --page-size 5 --output ndjson');
  expect(code).toBe(0);
  expect(out.trimEnd().split('\n')).toHaveLength(3 * cloud().regions.length);
});

test('table: on a pipe there is no control code, on a terminal no line is too wide', async () => {
  const onPipe = await run('ec2 describe-volumes --regions eu-west-1,us-east-1');
  expect(onPipe.out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  expect(onPipe.out.split('\n')[0]).toMatch(/^Region +VolumeId +Name +State/);
  expect(onPipe.err).toBe('');
  const onTerminal = await run('ec2 describe-volumes --regions eu-west-1,us-east-1', 70);
  const lines = stripVTControlCharacters(onTerminal.out).trimEnd().split('\n');
  expect(lines).toHaveLength(7);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(70);
  expect(onTerminal.out).toContain('\u001b[1m');
  expect(onTerminal.err.endsWith('2 of 2 regions …\r\u001b[K')).toBe(true);
});

test('NO_COLOR is obeyed', async () => {
  process.env['NO_COLOR'] = '1';
  const { out } = await run('ec2 describe-vpcs --regions eu-west-1', 100);
  expect(out).not.toContain('\u001b');
});

test('an answer without a list is one row', async () => {
  const { out } = await run('sts get-caller-identity --region eu-west-1 --output ndjson');
  expect(JSON.parse(out)).toEqual({
    Region: 'eu-west-1',
    UserId: expect.any(String),
    Account: cloud().accounts[0]?.id,
    Arn: expect.stringContaining('arn:aws:iam::'),
  });
});

test('--max-items stops when there are enough of all regions together', async () => {
  const { code, out, err } = await run('ec2 describe-volumes --regions eu-*,us-* --max-items 4 --output json');
  const answers: { Volumes: object[] }[] = JSON.parse(out);
  expect(answers.flatMap(({ Volumes }) => Volumes)).toHaveLength(4);
  expect([code, err]).toEqual([0, 'Stopped after 4 items, as --max-items says.\n']);
});

test('a page by hand has its token, from which --starting-token goes on', async () => {
  const page = await run('ec2 describe-snapshots --region eu-west-1 --max-results 5 --output json');
  expect(page.code).toBe(3);
  expect(page.err).toMatch(/truncated {2}eu-west-1.*leave out what asks for one page/s);
  const [{ Snapshots, NextToken }] = JSON.parse(page.out);
  const rest = await run(`ec2 describe-snapshots --region eu-west-1 --output json --starting-token ${NextToken}`);
  const whole = await run('ec2 describe-snapshots --region eu-west-1 --output json');
  expect(rest.code).toBe(0);
  expect([...Snapshots, ...JSON.parse(rest.out)[0].Snapshots]).toEqual(JSON.parse(whole.out)[0].Snapshots);
  expect(Snapshots).toHaveLength(5);
});

test('--starting-token needs its region', async () => {
  const { code, err } = await run('ec2 describe-snapshots --starting-token x');
  expect([code, err]).toEqual([2, expect.stringContaining('--starting-token is of one region')]);
});

test('--no-paginate asks for one page too', async () => {
  const { code, out } = await run('ec2 describe-snapshots --region eu-west-1 --no-paginate --output json');
  const whole = await run('ec2 describe-snapshots --region eu-west-1 --output json');
  expect([code, JSON.parse(out)]).toEqual([0, JSON.parse(whole.out)]);
});

test("an operation's own parameter hides the option, but for paging's", async () => {
  expect((await run('lambda create-function --help')).out).toMatch(/Parameters:.* --timeout <value>.*Where and how:/s);
  expect((await run('iam list-users --help')).out).toMatch(/Where and how:.* --max-items <n>/s);
});
