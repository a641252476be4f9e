export { booleanText } from './boolean-text.js';
export { boto } from './boto/boto.js';
export type { Codec } from './codec.js';
export { CodecError, isCodecError } from './codec-error.js';
export { exactDouble } from './exact-double.js';
export { isoDate } from './iso-date.js';
export { type PaddedNumberOptions, paddedNumber } from './padded-number.js';
