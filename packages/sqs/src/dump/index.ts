export { DumpFormatError, isDumpFormatError } from './dump-format-error.js';
export type { DumpOptions, DumpReport } from './dump-queue.js';
export type { LoadOptions } from './load-queue.js';
