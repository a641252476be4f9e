// The local cloud's answers beside those of moto, an EC2 that we did not write, element by element.
import { startLocalCloud } from '@proj/local';
import { missing } from './harness/have.mjs';
import { runPython } from './harness/python.mjs';
import { startServer } from './harness/server.mjs';

export const name = 'moto-shapes';

export const needs = async () =>
  (await missing('moto_server', ['--help'])) ?? (await missing('python3', ['-c', 'import boto3']));

/** @param {import('../report/report.mjs').Report} report */
export async function run(report) {
  const moto = await startServer({
    command: 'moto_server',
    args: (port) => ['-H', '127.0.0.1', '-p', String(port)],
    env: { MOTO_EC2_LOAD_DEFAULT_AMIS: 'false' },
  });
  const cloud = await startLocalCloud({ seed: 'none' });
  const settings = { url: cloud.url, credentials: cloud.credentials, moto: moto.url };
  const { output, code } = await runPython('moto-compare.py', settings).finally(() => cloud.close());
  const [summary = ''] = output.trim().split('\n').slice(-1);
  await report.check(`the answers have every element that moto's have (${summary})`, () => {
    if (code !== 0) throw new Error(output);
  });
}
