import { OptionError } from '../../errors/option-error.js';
import { fanMethod, fanOperation, fanWaiter } from '../calls/calls.js';
import { fanStream } from '../calls/fan-stream.js';
import type { MethodKind } from '../clients/method-kinds.js';
import { ownNames } from './own-names.js';
import { OwnMembers, requireLife } from './set-members.js';
import type { SetState } from './set-state.js';

const fans: Readonly<Record<MethodKind, (state: SetState<object>, name: string, args: readonly unknown[]) => unknown>> =
  {
    operation: fanOperation,
    stream: fanStream,
    waiter: fanWaiter,
    method: fanMethod,
  };

const states = new WeakMap<object, SetState<object>>();

/** The state of a set, for those who build on it. */
export function stateOf(set: object): SetState<object> | undefined {
  return states.get(set);
}

/** The set of a state: its own members, then what packages added, then its services' methods, fanned out. */
export function setOf(state: SetState<object>): object {
  const own = new OwnMembers(state, setOf);
  const members = new Map<PropertyKey, unknown>();
  const proxy = new Proxy(own, new SetHandler(state, members));
  states.set(proxy, state);
  for (const extras of state.extras) {
    for (const [name, extra] of Object.entries(extras(proxy as never))) {
      if (ownNames.has(name))
        throw new OptionError(`extendSet(): '${name}' is a set's own; give what is added another name`);
      members.set(name, extra);
    }
  }
  return proxy;
}

/** The set's own names. What every object has besides (`hasOwnProperty`, …) is not among them. */
const setNames: ReadonlySet<PropertyKey> = new Set([
  ...['targets', 'ready', 'at', 'in', 'with', 'map', 'send'],
  ...['toJSON', 'toString', 'constructor'],
]);

/** Those that copying or comparing a set leaves out; reading `targets` would fail where they are not known yet. */
const hidden: ReadonlySet<PropertyKey> = new Set(['targets', 'toJSON', 'toString', 'constructor']);

class SetHandler implements ProxyHandler<OwnMembers<object>> {
  readonly #state: SetState<object>;
  /** What packages added, and the fanned methods that were asked for so far. */
  readonly #members: Map<PropertyKey, unknown>;

  constructor(state: SetState<object>, members: Map<PropertyKey, unknown>) {
    this.#state = state;
    this.#members = members;
  }

  get(own: OwnMembers<object>, name: PropertyKey): unknown {
    if (this.#isOwn(own, name)) return bound(own, name);
    if (!this.#members.has(name) && this.#fans(name)) this.#members.set(name, this.#fanned(name as string));
    return this.#members.get(name);
  }

  has(own: OwnMembers<object>, name: PropertyKey): boolean {
    return this.#isOwn(own, name) || this.#members.has(name) || this.#fans(name);
  }

  ownKeys(own: OwnMembers<object>): (string | symbol)[] {
    const names = [...setNames, ...this.#members.keys(), ...this.#methods.keys()];
    const symbols = Object.getOwnPropertySymbols(Object.getPrototypeOf(own));
    const all = [...names.filter((name) => this.has(own, name)), ...symbols];
    return [...new Set(all)].filter((name) => typeof name !== 'number');
  }

  getOwnPropertyDescriptor(own: OwnMembers<object>, name: PropertyKey): PropertyDescriptor | undefined {
    if (!this.has(own, name)) return undefined;
    return {
      configurable: true,
      enumerable: !hidden.has(name) && typeof name === 'string',
      get: () => this.get(own, name),
    };
  }

  set(): boolean {
    return false;
  }

  defineProperty(): boolean {
    return false;
  }

  deleteProperty(): boolean {
    return false;
  }

  setPrototypeOf(): boolean {
    return false;
  }

  preventExtensions(): boolean {
    return false;
  }

  get #methods(): ReadonlyMap<string, MethodKind> {
    return this.#state.source.learned().methods;
  }

  #isOwn(own: OwnMembers<object>, name: PropertyKey): boolean {
    if (typeof name === 'symbol') return name in own;
    return setNames.has(name) && (name !== 'send' || this.#sends());
  }

  /** Whether the services have a `send` to fan out. */
  #sends(): boolean {
    return this.#state.source.learned().isClient;
  }

  #fans(name: PropertyKey): boolean {
    return typeof name === 'string' && this.#methods.has(name);
  }

  #fanned(name: string): (...args: unknown[]) => unknown {
    const fan = fans[this.#methods.get(name) ?? 'method'];
    const fanned = (...args: unknown[]): unknown => {
      requireLife(this.#state);
      return fan(this.#state, name, args);
    };
    return Object.defineProperty(fanned, 'name', { value: name });
  }
}

/** An own member with its receiver: private fields do not work through a proxy. */
function bound(own: object, name: PropertyKey): unknown {
  const member = Reflect.get(own, name, own);
  return typeof member === 'function' && name !== 'constructor' ? member.bind(own) : member;
}
