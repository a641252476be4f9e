import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from '../../process/capture.mjs';
import { root } from '../../process/root.mjs';
import { withoutAws } from './environment.mjs';
import { missing } from './have.mjs';

/** @typedef {{ url: string, credentials: { accessKeyId: string, secretAccessKey: string }, region: string }} Account */

/** Why there is no AWS CLI here, if so. */
export const noAwscli = () => missing('aws', ['--version']);

/** Times as version 2 prints them, whichever version is here; and of S3's addresses, a signature that S3 still takes. */
const config = `[default]
output = json
cli_timestamp_format = iso8601
cli_pager =
s3 =
  signature_version = s3v4
`;

/**
 * An environment that knows no AWS but that, and a file for the AWS CLI's settings in it.
 * @param {Account} account
 * @returns {{ env: NodeJS.ProcessEnv, remove: () => void }}
 */
export function environmentOf({ url, credentials, region }) {
  const folder = mkdtempSync(join(tmpdir(), 'serviceset-awscli-'));
  const settings = join(folder, 'config');
  writeFileSync(settings, config);
  const env = {
    ...withoutAws(),
    AWS_CONFIG_FILE: settings,
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_PAGER: '',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
  return { env, remove: () => rmSync(folder, { recursive: true }) };
}

/**
 * Runs the AWS CLI. `value` is its answer.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export async function aws(args, env) {
  const { code, stdout, output } = await capture('aws', args, { cwd: root, env, timeout: 60_000 });
  return { code, value: code === 0 && stdout.trim() !== '' ? JSON.parse(stdout) : undefined, output };
}
