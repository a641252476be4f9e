/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} npm the arguments for npm
 * @property {'vitest' | 'counts' | 'exit'} numbers where its numbers come from: vitest's report, the file that our own
 *   tools leave them in, or its exit code alone, which counts as one check
 */

/** Every check of the repository, in the order in which a mistake is cheapest to see. @type {readonly Step[]} */
export const steps = [
  { name: 'test', npm: ['test', '--'], numbers: 'vitest' },
  { name: 'typecheck', npm: ['run', 'typecheck'], numbers: 'exit' },
  { name: 'lint', npm: ['run', 'lint'], numbers: 'exit' },
  { name: 'unused', npm: ['run', 'unused'], numbers: 'exit' },
  { name: 'changesets', npm: ['run', 'changesets'], numbers: 'exit' },
  { name: 'packs', npm: ['run', 'packs'], numbers: 'counts' },
  { name: 'new-package', npm: ['run', 'try-new-package'], numbers: 'counts' },
  { name: 'interop', npm: ['run', 'interop'], numbers: 'counts' },
  { name: 'fresh', npm: ['run', 'fresh'], numbers: 'counts' },
];
