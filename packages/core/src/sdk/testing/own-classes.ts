import { setTimeout as wait } from 'node:timers/promises';

/** A service of somebody's own: private fields, a getter, a stream that its form shows, and one that only `streams` tells. */
export class Depot {
  static readonly streams: readonly string[] = ['listed'];
  readonly #region: string;
  /** A method that only an instance has. */
  readonly arrow = async (suffix: string): Promise<string> => this.#region + suffix;
  /** Something that is no method. */
  readonly size = 7;

  constructor({ region }: { readonly region: string }) {
    this.#region = region;
  }

  get place(): string {
    return this.#region;
  }

  async where(): Promise<string> {
    return this.#region;
  }

  async echo(value: { a: number }): Promise<{ a: number }> {
    value.a += 1;
    return value;
  }

  sync(): string {
    return this.#region;
  }

  async *generated(count: number): AsyncGenerator<string, void, undefined> {
    for (let n = 0; n < count; n++) yield `${this.#region}/${n}`;
  }

  listed(): AsyncIterable<string> {
    return this.generated(1);
  }

  unlisted(): AsyncIterable<string> {
    return this.generated(1);
  }

  /** Never answers by itself. */
  forever(signal?: AbortSignal): Promise<void> {
    return wait(2_000_000_000, undefined, { ref: false, ...(signal === undefined ? {} : { signal }) });
  }
}
