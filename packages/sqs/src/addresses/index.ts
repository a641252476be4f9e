export { parseQueueAddress, type QueueAddress } from './queue-address.js';
export { isQueueAddressError, QueueAddressError } from './queue-address-error.js';
export type { AddressOptions } from './queue-by-address.js';
