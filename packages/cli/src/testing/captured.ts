import type { Host, TextStream } from '../host/host.js';

/** A stream that keeps what is written to it. */
class Captured implements TextStream {
  text = '';
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  readonly #waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  constructor(columns?: number) {
    this.isTTY = columns !== undefined;
    this.columns = columns;
  }

  /** Resolves when as many lines have been written. */
  lines(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ count, resolve });
      this.#wake();
    });
  }

  write(text: string, done: (error?: Error | null) => void): void {
    this.text += text;
    this.#wake();
    queueMicrotask(() => done());
  }

  #wake(): void {
    const written = this.text.split('\n').length - 1;
    for (const { count, resolve } of this.#waiting) if (written >= count) resolve();
  }
}

/** A host whose streams are kept. */
export interface CapturedHost extends Host {
  readonly stdout: Captured;
  readonly stderr: Captured;
}

/** A host that nobody interrupts, on a pipe or on a terminal with so many columns. */
export function capturedHost(options: { columns?: number; signal?: AbortSignal } = {}): CapturedHost {
  return {
    stdout: new Captured(options.columns),
    stderr: new Captured(options.columns),
    env: process.env,
    cwd: process.cwd(),
    signal: options.signal ?? new AbortController().signal,
  };
}
