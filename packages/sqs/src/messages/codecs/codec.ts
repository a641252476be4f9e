/**
 * How a body is written and read. What a codec cannot read it throws; `message.body` is there in any case.
 *
 * @example
 * ```ts
 * const jobs = queue.with({ codec: json<Job>() });
 * ```
 */
export interface Codec<T> {
  encode(value: T): string;
  decode(body: string): T;
}
