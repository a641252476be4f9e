import { OptionError } from '../../errors/option-error.js';
import type { Answer } from '../../fanout/attempt.js';
import type { Call } from '../../fanout/call.js';
import type { CallOptions } from '../../fanout/call-options.js';
import { FannedCall } from '../../fanout/fanned-call.js';
import type { Fanout } from '../../fanout/fanout.js';
import type { Plan } from '../../fanout/job.js';
import { type Limits, withOptions, withRequestTimeout } from '../../fanout/limits.js';
import type { Target } from '../../targets/target.js';
import { isTruncated } from '../answers/truncation.js';
import { isSdkClient } from '../clients/sdk-client.js';
import { noteCallersError } from '../failures/wire-errors.js';
import type { SetState } from '../set/set-state.js';
import { operationNameOf } from '../wire/operation-name.js';
import { callJob } from './call-job.js';
import { copyArgument, copyCommand, copyInput, isPlain } from './copy-input.js';
import { forPolling, waitingOf } from './waiter.js';

const one: Plan['calls'] = { min: 1, max: 1 };
const oneOrMore: Plan['calls'] = { min: 1, max: 'unbounded' };
const anyNumber: Plan['calls'] = { min: 0, max: 'unbounded' };

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** An SDK operation at every target. */
export function fanOperation(state: SetState<object>, name: string, args: readonly unknown[]): Fanout<unknown> {
  // Copied now: what the caller does to it later is for the next call.
  const [input, options] = [copyInput(args[0]), args[1]];
  const limits = operationLimits(state, name, options);
  const invoke = async (client: object, target: Target) => {
    const value = await methodOf(client, name).call(client, copyInput(input));
    return answered(value, isTruncated(target.service, name, input, value));
  };
  return new FannedCall(callJob(state, { operation: name, limits, callsEach: one, invoke }));
}

/** A command at every target. */
export function fanCommand(state: SetState<object>, given: object, options: unknown): Fanout<unknown> {
  const command = copyCommand(given) as object;
  const operation = operationOf(command);
  const limits = operationLimits(state, operation, options);
  const invoke = async (client: object, target: Target) => {
    const value = await methodOf(client, 'send').call(client, copyCommand(command));
    return answered(value, isTruncated(target.service, operation, (command as { input?: unknown }).input, value));
  };
  return new FannedCall(callJob(state, { operation, limits, callsEach: one, invoke }));
}

/** An SDK waiter at every target. */
export function fanWaiter(state: SetState<object>, name: string, args: readonly unknown[]): Fanout<unknown> {
  const [asked, given, ...rest] = args;
  const input = copyInput(asked);
  const { configuration, limits } = waitingOf(name, given, state.limits);
  const invoke = async (client: object, _target: Target, call: Call) => {
    const ended = new AbortController();
    const waiting = { ...configuration, abortSignal: AbortSignal.any([call.signal, ended.signal]) };
    const polling = forPolling(client);
    const waited = methodOf(client, name).call(polling.client, copyInput(input), waiting, ...rest);
    try {
      return { value: await Promise.race([waited, polling.skipped]), truncated: false };
    } finally {
      ended.abort();
    }
  };
  return new FannedCall(callJob(state, { operation: name, limits, callsEach: oneOrMore, invoke }));
}

/** A method of one's own class at every target. */
export function fanMethod(state: SetState<object>, name: string, args: readonly unknown[]): Fanout<unknown> {
  const invoke = async (service: object) => {
    const given = methodOf(service, name).apply(service, args.map(copyArgument));
    if (isAsyncIterable(given)) throw notListed(name, service);
    return { value: await given, truncated: false };
  };
  return new FannedCall(callJob(state, { operation: name, limits: state.limits, callsEach: anyNumber, invoke }));
}

/** A function at every target. */
export function fanMap<S extends object, R>(
  state: SetState<S>,
  fn: (service: S, target: Target) => R | Promise<R>,
): Fanout<R> {
  const invoke = async (service: S, target: Target) => {
    try {
      return { value: await fn(service, target), truncated: false };
    } catch (error) {
      // How a service of his own connects is for its author to know; an SDK client's requests are seen here.
      if (isSdkClient(service)) noteCallersError(error);
      throw error;
    }
  };
  return new FannedCall(callJob(state, { operation: 'map', limits: state.limits, callsEach: anyNumber, invoke }));
}

function methodOf(service: object, name: string): Method {
  return (service as Readonly<Record<string, Method>>)[name] as Method;
}

function answered(value: unknown, truncated: boolean): Answer<unknown> {
  const { $metadata } = (value ?? {}) as { readonly $metadata?: { readonly attempts?: number } };
  return { value, truncated, attempts: $metadata?.attempts };
}

function operationLimits(state: SetState<object>, operation: string, options: unknown): Limits {
  if (options !== undefined && !isPlain(options)) {
    throw new OptionError(
      `${operation}(input, options): options are an object such as { deadline: 2_000 }; await the answer instead of giving a callback`,
    );
  }
  return withRequestTimeout(withOptions(state.limits, options as CallOptions | undefined));
}

/** `describeVolumes` for a DescribeVolumesCommand, as its method is called. */
function operationOf(command: object): string {
  const operation = operationNameOf(command);
  return operation.charAt(0).toLowerCase() + operation.slice(1);
}

function isAsyncIterable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && !('then' in value);
}

function notListed(name: string, service: object): OptionError {
  return new OptionError(
    `${name} gives its values one after another: say so with static readonly streams = ['${name}'] in ${service.constructor.name}`,
  );
}
