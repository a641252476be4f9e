/**
 * A time as version 2 of the AWS CLI prints it: with its offset, and microseconds where there are fractions.
 *
 * @example
 * isoTime(new Date(0)); // '1970-01-01T00:00:00+00:00'
 */
export function isoTime(date: Date): string {
  const [whole = '', fraction = ''] = date.toISOString().slice(0, -1).split('.');
  return `${whole}${fraction === '000' ? '' : `.${fraction}000`}+00:00`;
}
