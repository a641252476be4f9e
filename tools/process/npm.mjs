import { basename } from 'node:path';

/**
 * How to call npm: the one that started us when there is one, else the one in the path.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {readonly [command: string, ...args: string[]]}
 */
export function npmCommand(env = process.env) {
  const cli = env['npm_execpath'];
  if (cli && basename(cli) === 'npm-cli.js') return [process.execPath, cli];
  return process.platform === 'win32' ? ['cmd', '/c', 'npm'] : ['npm'];
}
