export { ConsumedError, isConsumedError } from './consumed-error.js';
export { hasName } from './has-name.js';
export { isOptionError, OptionError } from './option-error.js';
export { isServiceSetError, ServiceSetError } from './service-set-error.js';
export { isTimeOverError, type TimeLimit, TimeOverError } from './time-over-error.js';
