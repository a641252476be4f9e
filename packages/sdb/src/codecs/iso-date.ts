import type { Codec } from './codec.js';
import { CodecError } from './codec-error.js';

const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Dates as ISO 8601 in UTC with milliseconds, such as `2009-09-30T12:00:00.000Z`: their byte order is that of time.
 *
 * For the years 0000 to 9999; others are written with a sign, which would put them out of order. It is how `select` writes a `Date`.
 *
 * @example
 * ```ts
 * isoDate.decode(isoDate.encode(new Date())).getTime();
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/Dates.html
 */
export const isoDate: Codec<Date> = {
  encode(date) {
    const text = date instanceof Date && !Number.isNaN(date.getTime()) ? date.toISOString() : '';
    if (FORM.test(text)) return text;
    throw new CodecError('isoDate', 'encode', 'a valid Date of the years 0 to 9999');
  },
  decode(text) {
    const date = new Date(FORM.test(text) ? text : Number.NaN);
    // A day that its month has not, such as February 30, would be read as one of the next month.
    if (!Number.isNaN(date.getTime()) && date.toISOString() === text) return date;
    throw new CodecError('isoDate', 'decode', "a text like '2009-09-30T12:00:00.000Z'");
  },
};
