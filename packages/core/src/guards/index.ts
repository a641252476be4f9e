export { BreakerOpenError, isBreakerOpenError, type OpenBreaker } from './breaker-open-error.js';
