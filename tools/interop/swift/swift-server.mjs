import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { capture } from '../../process/capture.mjs';
import { root } from '../../process/root.mjs';
import { isListening } from '../harness/port.mjs';

/**
 * @typedef {object} Swift a real OpenStack Swift with a proxy, and a state, for each region
 * @property {Readonly<Record<string, string>>} s3 the addresses of its S3 interface by region
 * @property {{ accessKeyId: string, secretAccessKey: string }} keys
 * @property {{ address: string, user: string, key: string }} auth how its own interface lets in, in the first region
 * @property {() => Promise<void>} stop
 */

/** The regions of Swift's S3 interface here. */
export const regions = ['us-east-1', 'us-west-2', 'eu-west-1'];
const names = ['dfw', 'ord', 'iad'];

/** The program that starts it: `SWIFT_SERVER`, or what lies beside the repository. */
const program = process.env['SWIFT_SERVER'] ?? resolve(root, '../shared/tools/swift-server');

/** Why there can be no Swift here; nothing when there can. */
export async function noSwift() {
  return existsSync(program) ? undefined : 'there is no program that starts Swift: name one by SWIFT_SERVER';
}

/** @returns {Promise<Swift>} */
export async function startSwift() {
  const folder = mkdtempSync(join(tmpdir(), 'serviceset-swift-'));
  const port = await freeBlock();
  const wanted = names.map((name, index) => `${name}=${regions[index]}`).join(',');
  await told(['start', '--dir', folder, '--port', String(port), '--regions', wanted], 300_000);
  const { stdout } = await told(['env', '--dir', folder], 30_000);
  const settings = new Map(
    [...stdout.matchAll(/^(\w+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, unquoted(value)]),
  );
  const s3 = Object.fromEntries(
    names.map((name, index) => [regions[index], settings.get(`SWIFT_${name.toUpperCase()}_S3_ENDPOINT`) ?? '']),
  );
  return {
    s3,
    keys: {
      accessKeyId: settings.get('S3_ACCESS_KEY_ID') ?? '',
      secretAccessKey: settings.get('S3_SECRET_ACCESS_KEY') ?? '',
    },
    auth: {
      address: settings.get('ST_AUTH') ?? '',
      user: settings.get('ST_USER') ?? '',
      key: settings.get('ST_KEY') ?? '',
    },
    stop: async () => {
      await told(['stop', '--dir', folder, '--purge'], 60_000);
    },
  };
}

/** Swift listens on some ports in a row and on some behind them: below those that systems give to whoever asks for any. */
async function freeBlock() {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const first = 20_000 + 100 * Math.floor(Math.random() * 100);
    const ports = [0, 1, 2, 50, 51, 52].map((step) => first + step);
    const taken = await Promise.all(ports.map(isListening));
    if (!taken.includes(true)) return first;
  }
  throw new Error('no ports are free for Swift');
}

/** @param {string} value */
function unquoted(value) {
  return value.replace(/^'(.*)'$/, '$1');
}

/**
 * @param {readonly string[]} args
 * @param {number} timeout
 */
async function told(args, timeout) {
  const answer = await capture(program, args, { cwd: root, timeout });
  if (answer.code !== 0)
    throw new Error(`swift-server ${args[0]} ended with exit code ${answer.code}\n${answer.output}`);
  return answer;
}
