import { OptionError } from '../../errors/option-error.js';
import type { CallOptions } from '../../fanout/call-options.js';
import type { Fanout } from '../../fanout/fanout.js';
import { withOptions } from '../../fanout/limits.js';
import { showAs } from '../../printing/show-as.js';
import { parseSelection } from '../../targets/select.js';
import type { Target } from '../../targets/target.js';
import { fanCommand, fanMap } from '../calls/calls.js';
import { NotReadyError } from '../choice/not-ready-error.js';
import { targetIn } from '../choice/region-view.js';
import { DisposedError } from './disposed-error.js';
import type { SetState } from './set-state.js';

/** The set's own members, which stand before those of its services. `derive` makes a set of another state. */
export class OwnMembers<S extends object> {
  static {
    // Its name and size, not its machinery. Called on the proxy, whose `toString` is bound to the members.
    showAs(OwnMembers.prototype, String);
  }

  readonly #state: SetState<S>;
  readonly #derive: (state: SetState<S>) => object;

  constructor(state: SetState<S>, derive: (state: SetState<S>) => object) {
    this.#state = state;
    this.#derive = derive;
  }

  get targets(): readonly Target[] {
    const found = this.#state.view.known();
    if (found === undefined) throw new NotReadyError();
    return found.targets;
  }

  async ready(): Promise<readonly Target[]> {
    requireLife(this.#state);
    return (await this.#state.view.find()).targets;
  }

  at(region: string, account?: string): S {
    requireLife(this.#state);
    if (account !== undefined) {
      throw new OptionError(
        `at('${region}', account): this set has one account, that of its credentials; leave account out`,
      );
    }
    return this.#state.source.at(targetAt(this.#state, region));
  }

  in(...regions: string[]): object {
    const selection = parseSelection(regions);
    for (const region of selection.exact) this.#state.finder.checkName(region);
    const derived = { ...this.#state, view: this.#state.view.narrowed(selection) };
    // A pattern that takes nothing in fails here when the regions are known, and with the first call when they are not yet.
    derived.view.known();
    return this.#derive(derived);
  }

  with(options: CallOptions): object {
    return this.#derive({ ...this.#state, limits: withOptions(this.#state.limits, options) });
  }

  map<R>(fn: (service: S, target: Target) => R | Promise<R>): Fanout<R> {
    requireLife(this.#state);
    if (typeof fn !== 'function') throw new OptionError('map(fn): give a function of (service, target)');
    return fanMap(this.#state, fn);
  }

  send(command: unknown, options?: CallOptions): Fanout<unknown> {
    requireLife(this.#state);
    if (!isCommand(command))
      throw new OptionError('send(command): give a command of the SDK, such as new DescribeVolumesCommand({})');
    return fanCommand(this.#state, command, options);
  }

  *[Symbol.iterator](): Generator<readonly [Target, S]> {
    requireLife(this.#state);
    for (const target of this.targets) yield [target, this.#state.source.at(target)];
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#state.life.end();
  }

  toJSON(): object {
    return { service: this.#service, regions: this.#known?.map(({ region }) => region) ?? 'enabled' };
  }

  toString(): string {
    const count = this.#known?.length;
    const size = count === undefined ? this.#state.view.toString() : count === 1 ? '1 target' : `${count} targets`;
    return `ServiceSet(${this.#service}, ${size})`;
  }

  get [Symbol.toStringTag](): string {
    return 'ServiceSet';
  }

  get #service(): string {
    return this.#state.source.learned().service;
  }

  /** For showing, which never fails: not even when a pattern turns out to take in nothing. */
  get #known(): readonly Target[] | undefined {
    try {
      return this.#state.view.known()?.targets;
    } catch {
      return [];
    }
  }
}

function isCommand(command: unknown): command is object {
  return typeof (command as { resolveMiddleware?: unknown } | null | undefined)?.resolveMiddleware === 'function';
}

/** Refuses to go on with a set whose connections are closed. */
export function requireLife({ life }: Pick<SetState<object>, 'life'>): void {
  if (life.ended) throw new DisposedError();
}

function targetAt({ finder, source }: SetState<object>, region: string): Target {
  return targetIn(source.learned().service, region, finder.partitionAt(region));
}
