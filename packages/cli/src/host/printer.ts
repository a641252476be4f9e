import type { TextStream } from './host.js';

/** Prints to a stream whose reader may go away, as `| head` does. */
export class Printer {
  readonly #stream: TextStream;
  readonly #gone = new AbortController();

  constructor(stream: TextStream) {
    this.#stream = stream;
  }

  /** Aborted when nobody reads any more. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  get isTerminal(): boolean {
    return this.#stream.isTTY === true;
  }

  /** How many columns the terminal has; `undefined` where there is none. */
  get columns(): number | undefined {
    return this.isTerminal ? this.#stream.columns : undefined;
  }

  /** Prints, and waits until the stream has taken it. */
  async print(text: string): Promise<void> {
    if (text === '' || this.#gone.signal.aborted) return;
    const error = await new Promise<Error | null | undefined>((resolve) => this.#stream.write(text, resolve));
    if (error) this.#gone.abort(error);
  }
}
