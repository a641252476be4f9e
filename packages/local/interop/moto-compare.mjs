// Starts a local cloud and moto, an EC2 server that we did not write, and compares their answers element by element:
// `node interop/moto-compare.mjs`. Needs the package built, moto_server, and a python3 that can import boto3.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startLocalCloud } from '../dist/index.js';

const PORT = 15_431;
const env = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  MOTO_EC2_LOAD_DEFAULT_AMIS: 'false',
  AWS_CONFIG_FILE: '/dev/null',
};

async function isUp(port) {
  const socket = connect({ host: '127.0.0.1', port });
  const up = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return up;
}

const moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(PORT)], { env, stdio: 'ignore' });
const cloud = await startLocalCloud({ seed: 'none' });
try {
  for (let tries = 0; tries < 100 && !(await isUp(PORT)); tries += 1) await sleep(200);
  const settings = { url: cloud.url, credentials: cloud.credentials, moto: `http://127.0.0.1:${PORT}` };
  const script = fileURLToPath(new URL('moto-compare.py', import.meta.url));
  const python = spawn('python3', [script, JSON.stringify(settings)], { env, stdio: 'inherit' });
  const [code] = await once(python, 'exit');
  process.exitCode = code ?? 1;
} finally {
  moto.kill();
  await cloud.close();
}
