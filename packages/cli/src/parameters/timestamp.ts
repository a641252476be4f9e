const seconds = /^-?\d+(\.\d+)?$/;
const day = /^\d{4}-\d\d-\d\d$/;

/** A time as the AWS CLI takes it: ISO 8601 (local where no zone is said), or seconds since 1970. */
export function readTimestamp(given: unknown): Date | undefined {
  if (typeof given === 'number') return dateOf(given * 1000);
  if (typeof given !== 'string') return undefined;
  if (seconds.test(given)) return dateOf(Number(given) * 1000);
  if (!/^\d{4}-\d\d/.test(given)) return undefined;
  return dateOf(Date.parse(day.test(given) ? `${given}T00:00:00` : given));
}

function dateOf(milliseconds: number): Date | undefined {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
