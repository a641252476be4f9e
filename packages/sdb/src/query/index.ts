export { compareBytes } from './compare-bytes.js';
export { quoteName, quoteValue } from './quote.js';
export { readSelect } from './read-select.js';
export type { OrderBy, OutputList, SelectParts, TextSpan } from './select-parts.js';
export { isSelectSyntaxError, SelectSyntaxError } from './select-syntax-error.js';
