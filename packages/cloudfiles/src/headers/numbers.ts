/** A number of a header; 0 where there is none. */
export function numberOf(text: string | undefined): number {
  return Number(text ?? 0);
}

/** The same, `undefined` where there is none. */
export function someNumberOf(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Number(text);
}

/** A time of a header in seconds since 1970. */
export function timeOf(seconds: string | undefined): Date | undefined {
  return seconds === undefined ? undefined : new Date(Number(seconds) * 1_000);
}

/** An ETag without its quotes. */
export function withoutQuotes(etag: string | undefined): string {
  return (etag ?? '').replace(/^"|"$/g, '');
}
