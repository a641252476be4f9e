import type { Command, InvokeFunction, InvokeMethod, MetadataBearer } from '@smithy/types';
import type { CallOptions } from '../../fanout/call-options.js';
import type { Fanout } from '../../fanout/fanout.js';
import type { FanoutStream } from '../../fanout/streams/fanout-stream.js';
import type { Target } from '../../targets/target.js';

/**
 * What fanning a method out makes of it. SDK operations carry overloads, so `InvokeMethod` is tried first; it takes many a
 * method of one's own as well, but only an operation's last overload has a callback for its third parameter.
 */
export type Fanned<M> =
  M extends InvokeMethod<infer I, infer O>
    ? M extends (...args: infer A) => unknown
      ? A['length'] extends 3
        ? (
            ...args: object extends I ? [input?: I, options?: CallOptions] : [input: I, options?: CallOptions]
          ) => Fanout<O>
        : FannedOwn<M>
      : never
    : FannedOwn<M>;

/** A paginator, a waiter, or a method of one's own: it takes its own arguments. */
type FannedOwn<M> = M extends (...args: infer A) => AsyncIterable<infer P>
  ? (...args: A) => FanoutStream<P>
  : M extends (...args: infer A) => Promise<infer R>
    ? (...args: A) => Fanout<R>
    : never;

/** Names that are never fanned out: the set's own, and the plumbing of an SDK client. */
type Plumbing =
  | 'targets'
  | 'ready'
  | 'at'
  | 'in'
  | 'with'
  | 'map'
  | 'send'
  | 'config'
  | 'middlewareStack'
  | 'destroy'
  | 'then'
  | 'constructor'
  | 'toJSON'
  | 'toString'
  | 'toLocaleString'
  | 'valueOf';

/** Members that fan out; what is neither promise nor stream is absent. */
export type FannedOut<S> = {
  readonly [K in keyof S as K extends Plumbing | symbol ? never : [Fanned<S[K]>] extends [never] ? never : K]: Fanned<
    S[K]
  >;
};

/** `send`, typed by the command, for services that are SDK clients. */
export type SendOn<S> = S extends {
  send: InvokeFunction<infer CI extends object, infer CO extends MetadataBearer, infer R>;
}
  ? { send<I extends CI, O extends CO>(command: Command<CI, I, CO, O, R>, options?: CallOptions): Fanout<O> }
  : unknown;

/** What every set has beside its service's methods. */
export interface SetMembers<S> extends Iterable<readonly [Target, S]>, AsyncDisposable {
  /** The targets, once they are known; before that, a `NotReadyError`. */
  readonly targets: readonly Target[];
  /** Finds the targets, which may ask for the account's regions. */
  ready(): Promise<readonly Target[]>;
  /** The plain service of one region: an SDK client as you would have made it, on this set's connections and credentials. */
  at(region: string, account?: string): S;
  /** The set of these regions only: names, globs such as `eu-*`, and `!me-*` to leave out. */
  in(...regions: string[]): ServiceSet<S>;
  /** The set with these options for all its calls. */
  with(options: CallOptions): ServiceSet<S>;
  /** Your function at every target. */
  map<R>(fn: (service: S, target: Target) => R | Promise<R>): Fanout<R>;
}

/** One object for a service in every region: its methods run everywhere. */
export type ServiceSet<S> = FannedOut<S> & SetMembers<S> & SendOn<S>;
