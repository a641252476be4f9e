// Fails when a package changed since its last release and no pending changeset names it.
import { root } from '../process/root.mjs';
import { missingChangesets } from './check.mjs';

const missing = missingChangesets(root);
for (const sentence of missing) console.error(sentence);
if (missing.length === 0) console.log('Every package that changed since its last release has a changeset.');
process.exit(missing.length === 0 ? 0 : 1);
