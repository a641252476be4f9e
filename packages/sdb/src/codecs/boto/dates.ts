import type { Codec } from '../codec.js';
import { CodecError } from '../codec-error.js';
import { isoDate } from '../iso-date.js';

/** Days, and times with and without a fraction of a second or a `Z`: boto wrote all of these. */
const FORM = /^(?<day>\d{4}-\d\d-\d\d)(?:T(?<time>\d\d:\d\d:\d\d)(?:\.(?<fraction>\d{1,6}))?Z?)?$/;

/** boto's `datetime`: seconds in UTC. What a date has beyond its second is not written, as boto does not. */
export const botoDateTime: Codec<Date> = {
  encode: (date) => `${isoDate.encode(date).slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}Z`,
  decode: (text) => readDate('boto.dateTime', text),
};

/** boto's `date`: a day, read as its beginning in UTC. */
export const botoDate: Codec<Date> = {
  encode: (date) => isoDate.encode(date).slice(0, 'yyyy-mm-dd'.length),
  decode: (text) => readDate('boto.date', text),
};

function readDate(codec: string, text: string): Date {
  const groups = FORM.exec(text)?.groups;
  const { day, time = '00:00:00', fraction = '' } = groups ?? {};
  try {
    return isoDate.decode(`${day}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  } catch (cause) {
    const wants = "a text like '2009-09-30T12:00:00Z', '2009-09-30T12:00:00.123456' or '2009-09-30'";
    throw new CodecError(codec, 'decode', wants, { cause });
  }
}
