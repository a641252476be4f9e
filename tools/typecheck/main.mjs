// Type-checks every package, through turbo's cache; silent when all is well: tests and tools are yet to come.
import { root } from '../process/root.mjs';
import { turbo } from '../process/turbo.mjs';

const { code, output } = await turbo(root, 'typecheck');
if (code !== 0) console.error(output);
process.exit(code);
