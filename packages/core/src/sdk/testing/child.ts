import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const core = fileURLToPath(new URL('../../../dist/index.js', import.meta.url));

/** How a child process ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a module in a Node of its own until it ends by itself; `CORE` in it is core, as built. */
export function runChild(script: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const source = script.replaceAll('CORE', JSON.stringify(core));
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...env },
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
