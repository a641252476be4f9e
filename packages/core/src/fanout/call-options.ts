import { OptionError } from '../errors/option-error.js';

/** What any call of a set takes beside its input: as a second argument of an operation, or by `set.with(options)`. */
export interface CallOptions {
  /** Cancels the call: what has not answered yet is `cancelled`. @defaultValue none */
  readonly signal?: AbortSignal | undefined;
  /** The SDK's name for {@link CallOptions.signal}; both may be given. @defaultValue none */
  readonly abortSignal?: AbortSignal | undefined;
  /** Milliseconds for all targets together; what has not answered by then is `timedOut`. @defaultValue none */
  readonly deadline?: number | undefined;
  /** Milliseconds for one target; of a stream, for each of its pages. @defaultValue 60,000 for operations and pages */
  readonly timeout?: number | undefined;
  /** How many targets are asked at the same time. @defaultValue 64 */
  readonly concurrency?: number | undefined;
  /** Whether endpoints that could not be reached a short while ago are skipped. @defaultValue true */
  readonly breaker?: boolean | undefined;
}

/** The names of {@link CallOptions}, for telling a caller which there are. */
export const callOptionNames: readonly (keyof CallOptions)[] = [
  'signal',
  'abortSignal',
  'deadline',
  'timeout',
  'concurrency',
  'breaker',
];

const longestTimer = 2_147_483_647;

/** Refuses options that could not work, naming the option and what it takes. */
export function checkCallOptions(options: CallOptions): void {
  for (const name of Object.keys(options)) {
    if (!(callOptionNames as readonly string[]).includes(name)) {
      throw new OptionError(`'${name}' is not a call option; there are ${callOptionNames.join(', ')}`);
    }
  }
  checkMilliseconds('deadline', options.deadline);
  checkMilliseconds('timeout', options.timeout);
  checkConcurrency(options.concurrency);
  checkBreaker(options.breaker);
  checkSignal('signal', options.signal);
  checkSignal('abortSignal', options.abortSignal);
}

function checkMilliseconds(name: string, value: unknown): void {
  if (value === undefined) return;
  if (typeof value !== 'number' || !(value > 0) || value > longestTimer) {
    throw new OptionError(`${name} is ${shown(value)}: give milliseconds, more than 0 and at most ${longestTimer}`);
  }
}

function checkConcurrency(value: unknown): void {
  if (value === undefined || (Number.isInteger(value) && (value as number) >= 1)) return;
  throw new OptionError(`concurrency is ${shown(value)}: give a whole number of targets, 1 or more`);
}

function checkBreaker(value: unknown): void {
  if (value === undefined || typeof value === 'boolean') return;
  throw new OptionError(`breaker is ${shown(value)}: give true, or false to ask what would be skipped`);
}

function checkSignal(name: string, value: unknown): void {
  if (value === undefined || value instanceof AbortSignal) return;
  throw new OptionError(`${name} is ${shown(value)}: give an AbortSignal, such as AbortSignal.timeout(2_000)`);
}

function shown(value: unknown): string {
  return typeof value === 'number' ? String(value) : value === null ? 'null' : `of type ${typeof value}`;
}
