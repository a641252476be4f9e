import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { inherit } from '../process/inherit.mjs';
import { endWhenOrphaned } from '../process/orphan.mjs';
import { root } from '../process/root.mjs';
import { main as setup } from '../setup/main.mjs';
import { commands, onSuccess } from './commands.mjs';

/**
 * @param {readonly string[]} argv the command's name and its arguments
 */
export async function main([name = '', ...args]) {
  const known = commands(root);
  const command = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!command) {
    console.error(`There is no command '${name}'. The commands: ${Object.keys(known).join(', ')}.`);
    process.exit(2);
  }
  endWhenOrphaned();
  await setup();
  for (const [file, ...rest] of command(args)) {
    if (!existsSync(file)) {
      console.error(`'${name}' runs ${relative(root, file)}, which is not there.`);
      process.exit(1);
    }
    const code = await inherit(process.execPath, [file, ...rest], { cwd: root });
    if (code !== 0) process.exit(code);
  }
  if (onSuccess[name] !== undefined) console.log(onSuccess[name]);
}
