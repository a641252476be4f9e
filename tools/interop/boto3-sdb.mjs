// The local cloud's SimpleDB against boto3's own client for it, every operation, held against botocore's own model.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud } from '@proj/local';
import { missing } from './harness/have.mjs';
import { runPython } from './harness/python.mjs';

export const name = 'boto3-sdb';

export const needs = () => missing('python3', ['-c', 'import boto3']);

/** @param {import('../report/report.mjs').Report} report */
export async function run(report) {
  const exportFolder = mkdtempSync(join(tmpdir(), 'serviceset-exports-'));
  const cloud = await startLocalCloud({ exportFolder });
  const { url, accounts } = cloud;
  const settings = { url, named: cloud.endpoint('sdb', 'eu-west-1'), accounts, exportFolder };
  const { output, code } = await runPython('boto3-sdb-check.py', settings).finally(async () => {
    await cloud.close();
    rmSync(exportFolder, { recursive: true, force: true });
  });
  const checks = [...output.matchAll(/^(ok|FAILED) +(\w+)(.*)$/gm)];
  for (const [, verdict, check = '', why] of checks) {
    if (verdict === 'ok') report.pass(`boto3-sdb: ${check.replaceAll('_', ' ')}`);
    else report.fail(`boto3-sdb: ${check.replaceAll('_', ' ')}`, why);
  }
  if (checks.length === 0 || (code !== 0 && !checks.some(([, verdict]) => verdict === 'FAILED'))) {
    report.fail('boto3-sdb: runs to its end', output);
  }
}
