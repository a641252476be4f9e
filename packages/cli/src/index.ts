export { runCli } from './command/run-cli.js';
export { CliError, isCliError, isUsageError, UsageError } from './errors/cli-error.js';
export type { Host, TextStream } from './host/host.js';
