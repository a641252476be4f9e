import { join } from 'node:path';
import { capture } from '../process/capture.mjs';
import { root } from '../process/root.mjs';

const tools = {
  attw: '@arethetypeswrong/cli/dist/index.js',
  publint: 'publint/src/cli.js',
  tsc: 'typescript/bin/tsc',
};

/**
 * Runs a Node program and throws what it said when it fails.
 * @param {readonly string[]} args file and arguments
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 */
export async function node(args, options) {
  const { code, output, timedOut } = await capture(process.execPath, args, { ...options, timeout: 120_000 });
  if (timedOut) throw new Error(`it did not end within two minutes; until then it said:\n${output}`);
  if (code !== 0) throw new Error(`exit code ${code}\n${output}`);
  return output;
}

/**
 * Runs one of this repository's tools in a folder.
 * @param {keyof typeof tools} name
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export const tool = (name, args, cwd) => node([join(root, 'node_modules', tools[name]), ...args], { cwd });
