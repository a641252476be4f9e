/** Where text goes: a stream of the process, or what a test holds in its place. */
export interface TextStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string, done: (error?: Error | null) => void): unknown;
}

/** What a command meets: its streams, its environment, and the wish that it stop. */
export interface Host {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where clients are looked for first, and what paths begin at. */
  readonly cwd: string;
  /** Ctrl-C: what has arrived is printed, and the exit code is 130. */
  readonly signal: AbortSignal;
}
