import type { Target } from '../../targets/target.js';
import type { Outcome, OutcomeBase } from '../outcome.js';
import type { Stop } from '../run.js';
import type { StreamCounts } from './fanout-stream.js';

/** A page as it came, with the token of the one after it. */
export interface LanePage<P> {
  readonly value: P;
  readonly token: string | undefined;
}

/** How the pages of a target ended: there are no more, or why no more came. */
export type Ending = 'done' | Stop;

/** How far the reader of one target has come, and what that has cost. */
export class LaneTally {
  #elapsed = 0;
  #attempts = 0;
  #pages = 0;
  #items = 0;
  #unfinished = 0;
  #startingToken: string | undefined;

  /** A page was asked for. */
  spent({ elapsed, attempts }: Omit<OutcomeBase, 'target'>): void {
    this.#elapsed += elapsed;
    this.#attempts += attempts;
  }

  /** A page came, which has to be handed out now. */
  came(): void {
    this.#unfinished += 1;
  }

  /** An item was handed out. */
  gave(): void {
    this.#items += 1;
  }

  /** All of a page was handed out. */
  finished({ token }: LanePage<unknown>): void {
    this.#unfinished -= 1;
    this.#pages += 1;
    this.#startingToken = token;
  }

  /** The target's outcome. `left`: why no more of it is wanted, where its reader did not come to its end. */
  outcome(target: Target, ending: Ending | undefined, left: Stop): Outcome<StreamCounts> {
    const base = { target, elapsed: this.#elapsed, attempts: this.#attempts };
    const startingToken = this.#startingToken;
    if (ending === 'done' && this.#unfinished === 0) {
      const value = { pages: this.#pages, items: this.#items };
      return { ...base, status: 'ok', value, truncated: startingToken !== undefined };
    }
    const { status, error } = ending === 'done' || ending === undefined ? left : ending;
    return { ...base, status, error, startingToken };
  }
}
