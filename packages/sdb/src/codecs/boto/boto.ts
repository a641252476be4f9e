import type { Codec } from '../codec.js';
import { botoDate, botoDateTime } from './dates.js';
import { botoFloat } from './float.js';
import { botoInteger, botoLong } from './integers.js';

/**
 * What boto's object layer wrote: for domains that are older than this package. New attributes are better off with `paddedNumber`,
 * `exactDouble` and `isoDate`.
 *
 * - `integer` is boto's `int`, `long` its `long` as a bigint. Numbers that were too large for their order are read, and not written.
 * - `float` has seven digits: `12345.678` comes back as `12345.68`. It is written as boto did, to the last digit.
 * - `dateTime` has seconds, `date` days; both read either, as boto does, and take all for UTC.
 * - Truth values are those of `booleanText`.
 *
 * @example
 * ```ts
 * select`* from ${domain} where ${attr('__type__')} = ${'Book'} and ${attr('price')} < ${boto.float.encode(9.99)}`;
 * boto.integer.decode('2147483690'); // 42
 * ```
 *
 * @see https://github.com/boto/boto/blob/2.49.0/boto/sdb/db/manager/sdbmanager.py
 */
export const boto: {
  readonly integer: Codec<number>;
  readonly long: Codec<bigint>;
  readonly float: Codec<number>;
  readonly dateTime: Codec<Date>;
  readonly date: Codec<Date>;
} = { integer: botoInteger, long: botoLong, float: botoFloat, dateTime: botoDateTime, date: botoDate };
