/** What a chain of providers tried, one after another, as far as its error says. */
export function triedIn(error: Error): readonly string[] {
  const { tried } = error as { readonly tried?: unknown };
  return Array.isArray(tried) ? tried.map(String) : [];
}

/**
 * Collects why each provider of the SDK's chain gave nothing: the chain's own error is only about the last of them, and they say
 * it to nobody but their logger. Warnings go where the SDK sends them when it has none.
 */
export class TriedLog {
  readonly tried: string[] = [];

  readonly debug = (line: unknown): void => {
    const [, message] = /^@smithy\/property-provider (?:->|\(!\)) (.*)$/s.exec(String(line)) ?? [];
    if (message !== undefined) this.tried.push(withoutCommand(message));
  };
  readonly warn = (...line: unknown[]): void => console.warn(...line);
  readonly trace = (): void => undefined;
  readonly info = (): void => undefined;
  readonly error = (): void => undefined;

  /** The error, with what was tried. */
  toldBy(error: unknown): unknown {
    return error instanceof Error && this.tried.length > 0 ? Object.assign(error, { tried: this.tried }) : error;
  }
}

/** Of a command that failed only that it did: its line, and what it printed, may hold secrets that nothing tells as such. */
function withoutCommand(message: string): string {
  return /^Command failed/.test(message) ? 'the credential_process of the profile failed' : message;
}
