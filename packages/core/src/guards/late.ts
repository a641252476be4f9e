/** A timer that does not go off before what has come meanwhile was read. */
export class Late {
  readonly #over: () => void;
  #timer: NodeJS.Timeout | undefined;
  #turn: NodeJS.Immediate | undefined;

  constructor(over: () => void) {
    this.#over = over;
  }

  /** Begins anew. */
  arm(milliseconds: number): void {
    this.clear();
    this.#timer = setTimeout(() => this.afterReading(), milliseconds);
  }

  /** Goes off now: after work that kept the event loop a timer is first, and sockets are read before the turn that is asked for here. */
  afterReading(): void {
    this.#turn ??= setImmediate(() => {
      this.#turn = undefined;
      this.#over();
    });
  }

  clear(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#turn);
    this.#turn = undefined;
  }
}
