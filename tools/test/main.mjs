// `npm test`: vitest's own command line, with no word of what we know and no colours for a file or a pipe.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../process/root.mjs';
import { dropText } from './drop-text.mjs';

// Its version is pinned, as the warning asks.
dropText(process.stderr, 'Testing types with tsc and vue-tsc is an experimental feature.');
const coloured = process.stdout.isTTY === true || process.env['FORCE_COLOR'] !== undefined;
process.argv.splice(2, 0, 'run', ...(coloured ? [] : ['--no-color']));
await import(pathToFileURL(join(root, 'node_modules/vitest/vitest.mjs')).href);
