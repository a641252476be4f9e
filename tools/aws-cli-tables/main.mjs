// Writes packages/cli/src/aws-cli/table.ts from the AWS CLI that is installed (`pip install -r tools/interop/requirements.txt`).
//
//   node tools/aws-cli-tables/main.mjs            writes the file
//   node tools/aws-cli-tables/main.mjs --check    fails when the file is not what would be written
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { capture } from '../process/capture.mjs';
import { root } from '../process/root.mjs';
import { render } from './render.mjs';
import { tokens } from './tokens.mjs';

const table = join(root, 'packages/cli/src/aws-cli/table.ts');
const script = fileURLToPath(new URL('read-awscli.py', import.meta.url));

/** @returns {Promise<import('./render.mjs').Differences>} */
async function read() {
  const { code, stdout, output } = await capture('python3', [script, JSON.stringify(tokens)], {
    cwd: root,
    timeout: 180_000,
  });
  if (code !== 0) throw new Error(`the AWS CLI could not be read:\n${output}`);
  return JSON.parse(stdout);
}

/** Everything but the date, which is that of the reading. @param {string} text */
const undated = (text) => text.replace(/ on \d{4}-\d\d-\d\d/, '');

const written = render(await read(), new Date().toISOString().slice(0, 10));
if (!process.argv.includes('--check')) await writeFile(table, written);
else if (undated(await readFile(table, 'utf8')) !== undated(written)) {
  console.error(`${table} is not what this AWS CLI says: run node tools/aws-cli-tables/main.mjs`);
  process.exitCode = 1;
}
