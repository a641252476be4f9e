// `npm run readme`: writes the README's table of packages, from their manifests and CODEOWNERS.
import { root } from '../process/root.mjs';
import { writeTable } from './write.mjs';

console.log(
  writeTable(root) ? 'README.md has a new table of packages.' : 'The table of packages in README.md is true.',
);
