// `node lifeline.mjs COMMAND ARG…`: runs a command that ends with whoever started us, even if that one is killed: our
// input is a pipe that nobody writes to, and it closes with its owner. We lead a process group of our own.
import { spawn } from 'node:child_process';

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
process.stdin.resume().on('end', () => {
  if (process.platform === 'win32') child.kill();
  else process.kill(-process.pid, 'SIGKILL');
});
child.on('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.on('exit', (code) => process.exit(code ?? 1));
