// The local cloud's SimpleDB against boto3's own client for it, every operation, held against botocore's own model.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud } from '@proj/local';
import { missing } from './harness/have.mjs';
import { runPythonChecks } from './harness/python-checks.mjs';

export const name = 'boto3-sdb';

export const needs = () => missing('python3', ['-c', 'import boto3']);

/** @param {import('../report/report.mjs').Report} report */
export async function run(report) {
  const exportFolder = mkdtempSync(join(tmpdir(), 'serviceset-exports-'));
  const cloud = await startLocalCloud({ exportFolder });
  const { url, accounts } = cloud;
  const settings = { url, named: cloud.endpoint('sdb', 'eu-west-1'), accounts, exportFolder };
  await runPythonChecks(report, name, 'boto3-sdb-check.py', settings).finally(async () => {
    await cloud.close();
    rmSync(exportFolder, { recursive: true, force: true });
  });
}
